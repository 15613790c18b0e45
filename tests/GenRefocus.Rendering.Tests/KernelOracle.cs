using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering.Tests;

/// <summary>Renderers that are too slow and too simple to be wrong.</summary>
internal static class KernelOracle
{
    /// <summary>The weights of a kernel as a dense square of 2·Radius + 2 columns.</summary>
    public static float[,] Dense(DeltaKernel kernel)
    {
        float[,] weights = new float[(2 * kernel.Radius) + 1, (2 * kernel.Radius) + 2];
        foreach (KernelDelta delta in kernel.Deltas)
        {
            for (int x = delta.DX + kernel.Radius; x < weights.GetLength(1); x++)
                weights[delta.DY + kernel.Radius, x] += delta.Weight;
        }

        return weights;
    }

    /// <summary>Scatters every pixel with its own dense kernel, slice after slice with saturating compositing and the scene's hidden layers.</summary>
    public static LinearImage Render(BokehScene scene)
    {
        int width = scene.Picture.Width, height = scene.Picture.Height;
        SliceTable slices = new(scene.Range.Largest);
        IReadOnlyList<HiddenLayer> layers = scene.HiddenLayers(scene.Source, 2, 1, TestContext.Current.CancellationToken);
        List<(int Slice, int X, int Y, float C, Vector4 Colour)> sources = [];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float c = scene.SignedRadius[x, y];
                sources.Add((slices.SliceOf(c), x, y, c, scene.Source[x, y]));
                foreach (HiddenLayer layer in layers)
                {
                    if (c <= layer.Limit || layer.Mask[x / 2, y / 2] == 0)
                        continue;
                    c = layer.SignedRadiusAt(x, y);
                    sources.Add((slices.SliceOf(c), x, y, c, layer.ColourAt(x, y)));
                }
            }
        }

        Vector4[,] composite = new Vector4[height, width];
        Dictionary<DeltaKernel, float[,]> dense = [];
        for (int slice = 0; slice < slices.Count; slice++)
        {
            if (slice == slices.FocusSlice)
                MarkUntouched(scene, composite);
            Vector4[,] sum = new Vector4[height, width];
            foreach ((int _, int x, int y, float c, Vector4 colour) in sources.Where(s => s.Slice == slice))
            {
                int step = KernelTable.IndexOf(MathF.Abs(c));
                DeltaKernel kernel = c > 0 ? scene.Kernels.Near(step) : scene.Kernels.Far(step);
                if (!dense.TryGetValue(kernel, out float[,]? weights))
                    dense.Add(kernel, weights = Dense(kernel));
                for (int j = Math.Max(0, kernel.Radius - y); j < Math.Min(weights.GetLength(0), height - y + kernel.Radius); j++)
                {
                    for (int i = Math.Max(0, kernel.Radius - x); i < Math.Min(weights.GetLength(1), width - x + kernel.Radius); i++)
                        sum[y + j - kernel.Radius, x + i - kernel.Radius] += colour * weights[j, i];
                }
            }

            for (int y = 0; y < height; y++)
            {
                for (int x = 0; x < width; x++)
                {
                    float coverage = sum[y, x].W, free = 1 - composite[y, x].W;
                    if (coverage > 1e-5f && free > 0)
                        composite[y, x] += sum[y, x] * (MathF.Min(coverage, free) / coverage);
                }
            }
        }

        LinearImage result = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                Vector4 v = composite[y, x];
                result[x, y] = v.W == 2 ? scene.Picture[x, y] : v / v.W;
            }
        }

        return result;
    }

    private static void MarkUntouched(BokehScene scene, Vector4[,] composite)
    {
        for (int y = 0; y < scene.Picture.Height; y++)
        {
            for (int x = 0; x < scene.Picture.Width; x++)
            {
                if (MathF.Abs(scene.SignedRadius[x, y]) < 0.1f && composite[y, x].W <= 1e-5f)
                    composite[y, x] = new Vector4(0, 0, 0, 2);
            }
        }
    }
}
