namespace GenRefocus.Optics.Tests;

/// <summary>Kernels turned back into pictures, and pictures of apertures made the slow way.</summary>
internal static class Raster
{
    /// <summary>A kernel's weights, (2·half + 1)² of them, by adding up its changes.</summary>
    public static float[,] Weights(DeltaKernel kernel, int half)
    {
        int side = (2 * half) + 1;
        float[,] weights = new float[side, side];
        foreach (KernelDelta delta in kernel.Deltas)
        {
            for (int x = delta.DX + half; x < side; x++)
                weights[delta.DY + half, x] += delta.Weight;
        }

        return weights;
    }

    /// <summary>Mean transmission of every pixel from 16 × 16 samples.</summary>
    public static double[,] Coverage(Aperture aperture, double radius, int half)
    {
        const int Samples = 16;
        int side = (2 * half) + 1;
        double[,] coverage = new double[side, side];
        for (int y = 0; y < side * Samples; y++)
        {
            for (int x = 0; x < side * Samples; x++)
            {
                double px = ((x + 0.5) / Samples) - 0.5 - half, py = ((y + 0.5) / Samples) - 0.5 - half;
                coverage[y / Samples, x / Samples] += aperture.Transmission(px / radius, py / radius) / (Samples * Samples);
            }
        }

        return coverage;
    }

    /// <summary>Fuzzy intersection over union of two pictures, each divided by its scale.</summary>
    public static double IoU(float[,] a, double[,] b, double scaleA, double scaleB)
    {
        double both = 0, either = 0;
        for (int y = 0; y < a.GetLength(0); y++)
        {
            for (int x = 0; x < a.GetLength(1); x++)
            {
                both += Math.Min(a[y, x] / scaleA, b[y, x] / scaleB);
                either += Math.Max(a[y, x] / scaleA, b[y, x] / scaleB);
            }
        }

        return both / either;
    }
}
