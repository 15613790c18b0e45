using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Fills the holes of a picture from around them: averages over ever larger blocks (pull), then hands the averages back down to where weight is
/// missing (push). Gortler et al., The Lumigraph, 1996, section 3.4; here with the weight limited to 1.
/// </summary>
internal static unsafe class PushPull
{
    /// <summary>Fills colour and radius together; where nothing at all is known they stay 0.</summary>
    /// <param name="colour">Colours times weight, the weight (0 to 1) in the fourth lane; changed in place.</param>
    /// <param name="radius">Values times the same weight; changed in place.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public static void Fill(LinearImage colour, Plane<float> radius, int threads, CancellationToken cancellationToken)
    {
        if (IsFull(colour))
            return;
        if (colour.Width == 1 && colour.Height == 1)
        {
            float weight = colour[0, 0].W;
            if (weight > 0)
                (colour[0, 0], radius[0, 0]) = (colour[0, 0] / weight, radius[0, 0] / weight);
            return;
        }

        using LinearImage coarseColour = new((colour.Width + 1) / 2, (colour.Height + 1) / 2);
        using Plane<float> coarseRadius = new(coarseColour.Width, coarseColour.Height);
        RowParallel.For(coarseColour.Height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                PullRow(colour, radius, coarseColour, coarseRadius, y);
        }, cancellationToken);
        Fill(coarseColour, coarseRadius, threads, cancellationToken);
        RowParallel.For(colour.Height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                PushRow(colour, radius, coarseColour, coarseRadius, y);
        }, cancellationToken);
    }

    private static bool IsFull(LinearImage colour)
    {
        for (int y = 0; y < colour.Height; y++)
        {
            foreach (ref readonly Vector4 v in colour.Row(y))
            {
                if (v.W < 1)
                    return false;
            }
        }

        return true;
    }

    private static void PullRow(LinearImage colour, Plane<float> radius, LinearImage coarseColour, Plane<float> coarseRadius, int row)
    {
        int rows = Math.Min(2, colour.Height - (2 * row));
        for (int x = 0; x < coarseColour.Width; x++)
        {
            int columns = Math.Min(2, colour.Width - (2 * x));
            Vector4 sum = default;
            float radii = 0;
            for (int j = 0; j < rows; j++)
            {
                Vector4* v = colour.Pointer + ((long)((2 * row) + j) * colour.Stride) + (2 * x);
                float* c = radius.Pointer + ((long)((2 * row) + j) * radius.Stride) + (2 * x);
                for (int i = 0; i < columns; i++)
                {
                    sum += v[i];
                    radii += c[i];
                }
            }

            float scale = sum.W > 1 ? 1 / sum.W : 1;
            sum *= scale;
            if (scale < 1)
                sum.W = 1;
            coarseColour[x, row] = sum;
            coarseRadius[x, row] = radii * scale;
        }
    }

    private static void PushRow(LinearImage colour, Plane<float> radius, LinearImage coarseColour, Plane<float> coarseRadius, int row)
    {
        (int y0, int y1, float fy) = HiddenLayer.Locate(row, 2, coarseColour.Height);
        Vector4* a0 = coarseColour.Pointer + ((long)y0 * coarseColour.Stride), a1 = coarseColour.Pointer + ((long)y1 * coarseColour.Stride);
        float* b0 = coarseRadius.Pointer + ((long)y0 * coarseRadius.Stride), b1 = coarseRadius.Pointer + ((long)y1 * coarseRadius.Stride);
        Span<Vector4> v = colour.Row(row);
        Span<float> c = radius.Row(row);
        for (int x = 0; x < v.Length; x++)
        {
            float missing = 1 - v[x].W;
            if (missing <= 0)
                continue;
            (int x0, int x1, float fx) = HiddenLayer.Locate(x, 2, coarseColour.Width);
            v[x] += missing * Vector4.Lerp(Vector4.Lerp(a0[x0], a0[x1], fx), Vector4.Lerp(a1[x0], a1[x1], fx), fy);
            c[x] += missing * float.Lerp(float.Lerp(b0[x0], b0[x1], fx), float.Lerp(b1[x0], b1[x1], fx), fy);
        }
    }
}
