using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Brings a mask from a network's size to the picture's with a guided filter (He and others, 2013, in the fast form of He and Sun, 2015): in each window of the small mask a line
/// from colour to mask is fitted, and the lines, enlarged, are applied to the picture. Unlike depth, a mask has values between 0 and 1 for hair and soft outlines, and
/// they do follow the colour.
/// </summary>
public static class MaskUpsampler
{
    /// <summary>Upsamples.</summary>
    /// <param name="mask">Values of 0 to 1 of any size, with the picture's content stretched over it.</param>
    /// <param name="picture">The picture, linear.</param>
    /// <param name="threads">Threads at most, 1 or more; the result does not depend on them.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>Mask of the picture's size, 0 to 1; the caller disposes of it. Where a side of the mask is not smaller than the picture's, it is resampled without looking at the
    /// picture.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Plane<float> Upsample(Plane<float> mask, LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (mask.Width >= picture.Width || mask.Height >= picture.Height)
            return Resampler.Resize(mask, picture.Width, picture.Height, ResampleFilter.Area, threads, cancellationToken);

        using Plane<Vector4> lines = GuidedLines.Fit(mask, picture, threads, cancellationToken);
        var columns = new (int Before, int After, float Share)[picture.Width];
        for (int x = 0; x < columns.Length; x++)
            columns[x] = Place(x, picture.Width, lines.Width);
        var result = new Plane<float>(picture.Width, picture.Height);
        try
        {
            RowParallel.For(picture.Height, threads, (first, end) =>
            {
                var line = new Vector4[lines.Width];
                for (int y = first; y < end; y++)
                {
                    Between(lines, y, picture.Height, line);
                    Apply(line, columns, picture.Row(y), result.Row(y));
                }
            }, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>The row of lines at a picture's row, linear between the two nearest.</summary>
    private static void Between(Plane<Vector4> lines, int y, int height, Span<Vector4> target)
    {
        (int above, int below, float share) = Place(y, height, lines.Height);
        ReadOnlySpan<Vector4> upper = lines.Row(above), lower = lines.Row(below);
        for (int x = 0; x < target.Length; x++)
            target[x] = Vector4.Lerp(upper[x], lower[x], share);
    }

    private static void Apply(
        ReadOnlySpan<Vector4> line, ReadOnlySpan<(int Before, int After, float Share)> columns, ReadOnlySpan<Vector4> pixels, Span<float> target)
    {
        for (int x = 0; x < target.Length; x++)
        {
            (int left, int right, float share) = columns[x];
            Vector4 colour = GuideColour.Of(pixels[x]) with { W = 1 };
            target[x] = Math.Clamp(Vector4.Dot(Vector4.Lerp(line[left], line[right], share), colour), 0, 1);
        }
    }

    private static (int Before, int After, float Share) Place(int pixel, int pixels, int samples)
    {
        double position = Math.Clamp(((pixel + 0.5) * samples / pixels) - 0.5, 0, samples - 1);
        int before = (int)position;
        return (before, Math.Min(before + 1, samples - 1), (float)(position - before));
    }
}
