using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>How blurred a picture is already: radius in the picture's pixels, at a quarter of its size. Owns its plane.</summary>
public sealed class BlurMap : IDisposable
{
    /// <summary>Pixels of the picture a sample and axis.</summary>
    public const int Step = QuarterPlane.Step;

    /// <summary>Takes a plane.</summary>
    /// <param name="radius">Radii, finite, 0 or more, of the picture's sides divided by <see cref="Step"/> and rounded up.</param>
    public BlurMap(Plane<float> radius)
    {
        ArgumentNullException.ThrowIfNull(radius);
        Radius = radius;
    }

    /// <summary>The radii.</summary>
    public Plane<float> Radius { get; }

    /// <summary>Share of the picture whose radius exceeds a limit.</summary>
    /// <param name="limit">Pixels.</param>
    public double ShareAbove(float limit)
    {
        long count = 0;
        for (int y = 0; y < Radius.Height; y++)
        {
            foreach (float radius in Radius.Row(y))
                count += radius > limit ? 1 : 0;
        }

        return (double)count / ((long)Radius.Width * Radius.Height);
    }

    /// <summary>Largest radius in and around a part of the picture.</summary>
    /// <param name="x">Left column of the picture.</param>
    /// <param name="y">Top row.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public float LargestIn(int x, int y, int width, int height)
    {
        int left = Math.Max(0, (x / Step) - 1), right = Math.Min(Radius.Width, ((x + width - 1) / Step) + 2);
        int top = Math.Max(0, (y / Step) - 1), bottom = Math.Min(Radius.Height, ((y + height - 1) / Step) + 2);
        float largest = 0;
        for (int row = top; row < bottom; row++)
        {
            foreach (float radius in Radius.Row(row)[left..right])
                largest = Math.Max(largest, radius);
        }

        return largest;
    }

    /// <summary>Radii of a row of the picture, linear between the samples, whose centres lie in the middle of their pixels.</summary>
    /// <param name="x">First column; columns beyond the picture repeat its last.</param>
    /// <param name="y">Row, likewise.</param>
    /// <param name="row">Receives the radii.</param>
    public void Sample(int x, int y, Span<float> row) => QuarterPlane.Sample(Radius, x, y, row);

    /// <inheritdoc/>
    public void Dispose() => Radius.Dispose();
}
