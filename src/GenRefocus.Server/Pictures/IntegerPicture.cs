using System.Runtime.InteropServices;
using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>A picture of integers.</summary>
internal sealed class IntegerPicture : ClientPicture
{
    private readonly SampleImage _samples;

    public IntegerPicture(PlaneInfo layout, ColourEncoding? profile, CaptureInfo capture)
        : base(layout, profile, capture) => _samples = new SampleImage(layout.Width, layout.Height, layout.Channels, 8 * layout.SampleBytes);

    public override long ByteLength => _samples.ByteLength;

    public override void SetRow(int y, ReadOnlySpan<byte> row)
    {
        if (Layout.Format == PlaneFormat.U8)
        {
            row.CopyTo(_samples.Row8(y));
            return;
        }

        ReadOnlySpan<ushort> source = MemoryMarshal.Cast<byte, ushort>(row);
        Span<ushort> target = _samples.Row16(y);
        if (Layout.Format == PlaneFormat.U16)
        {
            source.CopyTo(target);
            return;
        }

        for (int x = 0; x < target.Length; x++)
            target[x] = PhotoshopRange.Widen(source[x]);
    }

    public override LinearImage ToLinear(int threads, CancellationToken cancellationToken = default)
    {
        // The photo only lends its decoder: it must not dispose of the samples.
        Photo photo = new(_samples, PictureFormat.Png, Encoding, PhotoMetadata.None);
        return photo.ToLinear(threads, cancellationToken);
    }

    public override void Encode(LinearImage image, PixelRegion region, ResultPlane output, int threads, CancellationToken cancellationToken)
    {
        bool isWhole = region.Width == Layout.Width && region.Height == Layout.Height;
        using SampleImage? crop = isWhole ? null : Crop(region);

        // The photo only lends its integers to the comparison.
        Photo original = new(crop ?? _samples, PictureFormat.Png, Encoding, PhotoMetadata.None);
        using SampleImage samples = PhotoQuantiser.Quantise(image, original, _samples.BitDepth, threads, cancellationToken);
        output.Take(samples);
    }

    public override void Dispose() => _samples.Dispose();

    private SampleImage Crop(PixelRegion region)
    {
        SampleImage crop = new(region.Width, region.Height, _samples.Channels, _samples.BitDepth);
        int left = region.X * _samples.Channels, count = region.Width * _samples.Channels;
        for (int y = 0; y < region.Height; y++)
        {
            if (_samples.BitDepth == 8)
                _samples.Row8(region.Y + y).Slice(left, count).CopyTo(crop.Row8(y));
            else
                _samples.Row16(region.Y + y).Slice(left, count).CopyTo(crop.Row16(y));
        }

        return crop;
    }
}
