using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Optics;

/// <summary>
/// A picture used as an aperture: grey = transmission, the picture's centre = the optical axis, half its longer side = the pupil's radius. Outside of it no
/// light passes.
/// </summary>
public sealed class AperturePicture
{
    /// <summary>Longest side in pixels that is accepted.</summary>
    public const int LargestSide = ApertureSettings.MaxImageSize;

    // Twice the largest kernel that is drawn (256 px of radius) loses nothing and keeps the sums small.
    private const int KeptSide = 1024;

    private readonly double[] _sums;
    private readonly int _width;
    private readonly int _height;

    /// <summary>Takes a copy of a picture's grey values.</summary>
    /// <param name="transmission">Transmission 0 … 1; values outside are limited, those that are no numbers count as 0.</param>
    /// <exception cref="SettingsException">A side is longer than <see cref="LargestSide"/>, or the picture is black throughout.</exception>
    public AperturePicture(Plane<float> transmission)
    {
        ArgumentNullException.ThrowIfNull(transmission);
        int longer = Math.Max(transmission.Width, transmission.Height);
        if (longer > LargestSide)
        {
            throw new SettingsException(
                SettingPaths.ApertureImage, $"the picture has {transmission.Width} × {transmission.Height} pixels; at most {LargestSide} a side are accepted");
        }

        int shrink = (longer + KeptSide - 1) / KeptSide;
        _width = (transmission.Width + shrink - 1) / shrink;
        _height = (transmission.Height + shrink - 1) / shrink;
        double[] grey = Shrink(transmission, shrink, _width, _height);
        _sums = SumTable(grey, _width, _height);
        if (_sums[^1] <= 0)
            throw new SettingsException(SettingPaths.ApertureImage, "the picture is black throughout, so that no light would pass; draw the opening in white");
        IsPointSymmetric = IsSymmetric(grey);

        // The kept picture is wider than the original where its side is no multiple of the shrinking; the original's longer side sets the scale.
        Scale = (double)longer / shrink / 2;
        HalfWidth = transmission.Width / (double)longer;
        HalfHeight = transmission.Height / (double)longer;
    }

    /// <summary>Whether a turn by 180° changes nothing.</summary>
    internal bool IsPointSymmetric { get; }

    /// <summary>Half the picture's width in pupil radii, at most 1.</summary>
    internal double HalfWidth { get; }

    /// <summary>Half the picture's height in pupil radii, at most 1.</summary>
    internal double HalfHeight { get; }

    /// <summary>Kept pixels per pupil radius.</summary>
    private double Scale { get; }

    /// <summary>
    /// Mean transmission of a square around a point of the pupil. A square smaller than a pixel is widened to one, which is linear interpolation.
    /// </summary>
    /// <param name="x">Pupil coordinate to the right, picture's centre = 0, half its longer side = 1.</param>
    /// <param name="y">Pupil coordinate downwards.</param>
    /// <param name="side">The square's side in pupil coordinates.</param>
    internal double Mean(double x, double y, double side)
    {
        double half = Math.Max(1, side * Scale) / 2, cx = (x * Scale) + (_width / 2.0), cy = (y * Scale) + (_height / 2.0);
        double sum = SumTo(cx + half, cy + half) - SumTo(cx - half, cy + half) - SumTo(cx + half, cy - half) + SumTo(cx - half, cy - half);
        return Math.Max(0, sum / (4 * half * half));
    }

    private double SumTo(double x, double y)
    {
        x = Math.Clamp(x, 0, _width);
        y = Math.Clamp(y, 0, _height);
        int x0 = Math.Min((int)x, _width - 1), y0 = Math.Min((int)y, _height - 1), at = (y0 * (_width + 1)) + x0;
        double fx = x - x0, fy = y - y0;
        double upper = _sums[at] + (fx * (_sums[at + 1] - _sums[at]));
        double lower = _sums[at + _width + 1] + (fx * (_sums[at + _width + 2] - _sums[at + _width + 1]));
        return upper + (fy * (lower - upper));
    }

    // Means of shrink × shrink blocks of the picture, padded equally on both sides so that its centre stays where it is.
    private static double[] Shrink(Plane<float> plane, int shrink, int width, int height)
    {
        double left = ((width * shrink) - plane.Width) / 2.0, top = ((height * shrink) - plane.Height) / 2.0;
        double[] grey = new double[width * height];
        for (int y = 0; y < plane.Height; y++)
        {
            (int y0, double lowerShare) = Split(y + top, shrink);
            ReadOnlySpan<float> row = plane.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                double value = float.IsNaN(row[x]) ? 0 : Math.Clamp(row[x], 0f, 1f) / (double)(shrink * shrink);
                (int x0, double rightShare) = Split(x + left, shrink);
                Deposit(x0, y0, value * (1 - rightShare) * (1 - lowerShare));
                Deposit(x0 + 1, y0, value * rightShare * (1 - lowerShare));
                Deposit(x0, y0 + 1, value * (1 - rightShare) * lowerShare);
                Deposit(x0 + 1, y0 + 1, value * rightShare * lowerShare);
            }
        }

        return grey;

        void Deposit(int x, int y, double value)
        {
            if (value > 0)
                grey[(y * width) + x] += value;
        }
    }

    // A unit interval at a position: the block it begins in, and the share of it that lies in the next.
    private static (int Block, double NextShare) Split(double position, int shrink)
    {
        int block = (int)(position / shrink);
        return (block, Math.Max(0, position + 1 - ((block + 1) * shrink)));
    }

    private static double[] SumTable(double[] grey, int width, int height)
    {
        double[] sums = new double[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++)
        {
            double row = 0;
            for (int x = 0; x < width; x++)
            {
                row += grey[(y * width) + x];
                sums[((y + 1) * (width + 1)) + x + 1] = sums[(y * (width + 1)) + x + 1] + row;
            }
        }

        return sums;
    }

    private static bool IsSymmetric(double[] grey)
    {
        for (int i = 0; i < grey.Length / 2; i++)
        {
            if (grey[i] != grey[^(i + 1)])
                return false;
        }

        return true;
    }
}
