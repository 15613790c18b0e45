using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>A picture of floats, kept as it was sent.</summary>
internal sealed unsafe class FloatPicture : ClientPicture
{
    private readonly AlignedMemory<byte> _rows;

    public FloatPicture(PlaneInfo layout, ColourEncoding? profile, CaptureInfo capture)
        : base(layout, profile, capture) => _rows = new AlignedMemory<byte>((long)layout.RowBytes * layout.Height);

    public override long ByteLength => _rows.Length;

    public override void SetRow(int y, ReadOnlySpan<byte> row) => row.CopyTo(Row(y));

    public override LinearImage ToLinear(int threads, CancellationToken cancellationToken = default)
    {
        LinearImage image = new(Layout.Width, Layout.Height);
        try
        {
            RowParallel.For(Layout.Height, threads, (first, end) =>
            {
                for (int y = first; y < end; y++)
                    FloatPixels.Decode(Layout, Row(y), image.Row(y));
            }, cancellationToken);
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    public override void Encode(LinearImage image, PixelRegion region, ResultPlane output, int threads, CancellationToken cancellationToken)
    {
        int pixelBytes = Layout.Channels * Layout.SampleBytes;
        RowParallel.For(region.Height, threads, (first, end) =>
        {
            Vector4[] decoded = new Vector4[region.Width];
            byte[] row = new byte[region.Width * pixelBytes];
            for (int y = first; y < end; y++)
            {
                ReadOnlySpan<byte> original = Row(region.Y + y).Slice(region.X * pixelBytes, row.Length);
                ReadOnlySpan<Vector4> pixels = image.Row(y);
                FloatPixels.Decode(Layout, original, decoded);
                FloatPixels.Encode(Layout, pixels, row);
                for (int x = 0; x < decoded.Length; x++)
                {
                    // Bits, not numbers: 0 would equal −0.
                    if (MemoryMarshal.AsBytes(pixels.Slice(x, 1)).SequenceEqual(MemoryMarshal.AsBytes(decoded.AsSpan(x, 1))))
                        original.Slice(x * pixelBytes, pixelBytes).CopyTo(row.AsSpan(x * pixelBytes));
                }

                output.TakeRow(y, row);
            }
        }, cancellationToken);
    }

    public override void Dispose() => _rows.Dispose();

    private Span<byte> Row(int y) => new(_rows.Pointer + ((long)y * Layout.RowBytes), Layout.RowBytes);
}
