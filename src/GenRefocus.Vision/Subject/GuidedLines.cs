using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>The lines of a guided filter: for each sample the mask as a · colour + b, fitted over its window and averaged over the windows that hold it.</summary>
internal static class GuidedLines
{
    /// <summary>Fits.</summary>
    /// <param name="mask">The small mask.</param>
    /// <param name="picture">The picture, of any size.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>a in the first three components, b in the last; of the mask's size. The caller disposes of it.</returns>
    public static Plane<Vector4> Fit(Plane<float> mask, LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        using LinearImage small = Resampler.Resize(picture, mask.Width, mask.Height, ResampleFilter.Area, threads, cancellationToken);
        int width = mask.Width, height = mask.Height;

        // Ten products of r, g, b and m beside the values themselves: everything that a least-squares line needs.
        using Plane<Vector4> values = new(width, height), withMask = new(width, height), mixed = new(width, height), squares = new(width, height);
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> m = mask.Row(y);
            for (int x = 0; x < width; x++)
            {
                Vector4 c = GuideColour.Of(small.Row(y)[x]) with { W = 0 };
                values.Row(y)[x] = c with { W = m[x] };
                withMask.Row(y)[x] = c * m[x];
                mixed.Row(y)[x] = new Vector4(c.X * c.Y, c.X * c.Z, c.Y * c.Z, 0);
                squares.Row(y)[x] = c * c;
            }
        }

        foreach (Plane<Vector4> plane in (ReadOnlySpan<Plane<Vector4>>)[values, withMask, mixed, squares])
            BoxMean.Apply(plane, MaskUpsamplingParameters.Radius, threads, cancellationToken);
        Plane<Vector4> lines = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                lines.Row(y)[x] = Solve(values.Row(y)[x], withMask.Row(y)[x], mixed.Row(y)[x], squares.Row(y)[x]);
        }

        BoxMean.Apply(lines, MaskUpsamplingParameters.Radius, threads, cancellationToken);
        return lines;
    }

    /// <summary>Least squares from means: a = (Σ + εI)⁻¹ cov(colour, mask), b = mean(mask) − a · mean(colour).</summary>
    private static Vector4 Solve(Vector4 mean, Vector4 withMask, Vector4 mixed, Vector4 squares)
    {
        Vector3 colour = mean.AsVector3(), covariance = withMask.AsVector3() - (colour * mean.W);
        Vector3 variance = squares.AsVector3() - (colour * colour) + new Vector3(MaskUpsamplingParameters.Epsilon);
        float rg = mixed.X - (colour.X * colour.Y), rb = mixed.Y - (colour.X * colour.Z), gb = mixed.Z - (colour.Y * colour.Z);
        Vector3 first = new((variance.Y * variance.Z) - (gb * gb), (gb * rb) - (rg * variance.Z), (rg * gb) - (rb * variance.Y));
        Vector3 second = new(first.Y, (variance.X * variance.Z) - (rb * rb), (rg * rb) - (variance.X * gb));
        Vector3 third = new(first.Z, second.Z, (variance.X * variance.Y) - (rg * rg));
        float determinant = (variance.X * first.X) + (rg * first.Y) + (rb * first.Z);
        Vector3 a = new Vector3(Vector3.Dot(first, covariance), Vector3.Dot(second, covariance), Vector3.Dot(third, covariance)) / determinant;
        return new Vector4(a, mean.W - Vector3.Dot(a, colour));
    }
}
