using System.Numerics.Tensors;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>Blurs a plane with a Gaussian, rows and columns apart; what lies beyond the border repeats it.</summary>
internal static class GaussianBlur
{
    /// <summary>Half a kernel.</summary>
    /// <param name="variance">Its variance in pixels squared, above 0.</param>
    /// <param name="reach">Deviations at which it ends.</param>
    /// <returns>The middle weight and those to one side of it; the whole kernel sums to one.</returns>
    public static float[] Kernel(float variance, float reach)
    {
        float[] weights = new float[1 + (int)MathF.Ceiling(reach * MathF.Sqrt(variance))];
        for (int i = 0; i < weights.Length; i++)
            weights[i] = MathF.Exp(-i * i / (2 * variance));
        TensorPrimitives.Divide(weights, (2 * TensorPrimitives.Sum(weights)) - 1, weights);
        return weights;
    }

    /// <summary>Blurs.</summary>
    /// <param name="source">Rows × columns.</param>
    /// <param name="target">Receives the blurred plane; not the source.</param>
    /// <param name="half">What <see cref="Kernel"/> gives.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="threads">Threads at most; the result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Apply(float[] source, float[] target, float[] half, int columns, int rows, int threads, CancellationToken cancellationToken)
    {
        int reach = half.Length - 1;
        RowParallel.For(rows, threads, (first, end) =>
        {
            float[] padded = new float[columns + (2 * reach)];
            for (int y = first; y < end; y++)
            {
                Span<float> middle = padded.AsSpan(reach, columns);
                TensorPrimitives.Multiply(Row(y), half[0], middle);
                for (int i = 1; i <= reach; i++)
                {
                    TensorPrimitives.MultiplyAdd(Row(y - i), half[i], middle, middle);
                    TensorPrimitives.MultiplyAdd(Row(y + i), half[i], middle, middle);
                }

                padded.AsSpan(0, reach).Fill(middle[0]);
                padded.AsSpan(reach + columns).Fill(middle[^1]);
                Span<float> row = target.AsSpan(y * columns, columns);
                TensorPrimitives.Multiply(middle, half[0], row);
                for (int i = 1; i <= reach; i++)
                {
                    TensorPrimitives.MultiplyAdd(padded.AsSpan(reach - i, columns), half[i], row, row);
                    TensorPrimitives.MultiplyAdd(padded.AsSpan(reach + i, columns), half[i], row, row);
                }
            }
        }, cancellationToken);

        ReadOnlySpan<float> Row(int y) => source.AsSpan(Math.Clamp(y, 0, rows - 1) * columns, columns);
    }
}
