using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>What of a picture may change: a weight 0 … 1 a pixel.</summary>
internal sealed class SelectionMask : IDisposable
{
    private readonly Plane<float> _weights;

    /// <summary>Makes room.</summary>
    public SelectionMask(PlaneInfo layout)
    {
        Layout = layout;
        _weights = new Plane<float>(layout.Width, layout.Height);
    }

    /// <summary>What was sent.</summary>
    public PlaneInfo Layout { get; }

    /// <summary>Takes a row as it was sent.</summary>
    public void SetRow(int y, ReadOnlySpan<byte> row)
    {
        Span<float> weights = _weights.Row(y);
        for (int x = 0; x < weights.Length; x++)
        {
            float weight = Layout.Format switch
            {
                PlaneFormat.U8 => row[x] / (float)byte.MaxValue,
                PlaneFormat.U16 => MemoryMarshal.Cast<byte, ushort>(row)[x] / (float)ushort.MaxValue,
                PlaneFormat.U16Ps => Math.Min(MemoryMarshal.Cast<byte, ushort>(row)[x], (ushort)32768) / 32768f,
                PlaneFormat.F16 => (float)MemoryMarshal.Cast<byte, Half>(row)[x],
                _ => MemoryMarshal.Cast<byte, float>(row)[x],
            };
            weights[x] = weight > 0 ? Math.Min(weight, 1) : 0;
        }
    }

    /// <summary>Mixes a rendered region with the picture; weights 0 and 1 take the one or the other bit for bit.</summary>
    public void Apply(LinearImage image, LinearImage original, PixelRegion region, int threads, CancellationToken cancellationToken) =>
        RowParallel.For(region.Height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Span<Vector4> pixels = image.Row(y);
                ReadOnlySpan<Vector4> untouched = original.Row(region.Y + y).Slice(region.X, region.Width);
                ReadOnlySpan<float> weights = _weights.Row(region.Y + y).Slice(region.X, region.Width);
                for (int x = 0; x < pixels.Length; x++)
                {
                    if (weights[x] == 0)
                        pixels[x] = untouched[x];
                    else if (weights[x] < 1)
                        pixels[x] = Vector4.Lerp(untouched[x], pixels[x], weights[x]);
                }
            }
        }, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _weights.Dispose();
}
