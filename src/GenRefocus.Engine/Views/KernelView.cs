using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Engine;

/// <summary>The blur disc of a single light behind the focus, white where it is brightest.</summary>
internal static class KernelView
{
    /// <summary>Radius of the disc in pixels.</summary>
    public const float Radius = 120;

    /// <summary>Empty pixels around the largest disc.</summary>
    public const int Margin = 8;

    /// <summary>Draws a square picture.</summary>
    public static LinearImage Draw(KernelTable kernels)
    {
        DeltaKernel kernel = kernels.Far(KernelTable.IndexOf(Radius));
        int half = kernel.Radius + Margin, side = (2 * half) + 1;
        float[] weights = new float[side * side];
        foreach (KernelDelta delta in kernel.Deltas)
            weights[((delta.DY + half) * side) + delta.DX + half] += delta.Weight;
        for (int i = 1; i < weights.Length; i++)
            weights[i] += i % side == 0 ? 0 : weights[i - 1];

        float most = weights.Max();
        LinearImage picture = new(side, side);
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
                picture.Row(y)[x] = new Vector4(new Vector3(Math.Max(0, weights[(y * side) + x] / most)), 1);
        }

        return picture;
    }
}
