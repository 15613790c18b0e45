using System.Runtime.InteropServices;
using GenRefocus.Bridge;
using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>Reads the layer, a band at a time, so that a large one does not keep a cancelled dialog open. What was read stays read. For one caller at a time.</summary>
internal sealed class SourceReader(IBitmapEffectEnvironment environment) : IDisposable
{
    private const int BandBytes = 4 << 20;
    private const int BytesPerPixel = 4;

    private readonly Lock _lock = new();
    private PlaneInfo? _layout;
    private byte[] _pixels = [];
    private ContentHash? _hash;
    private SourcePicture? _picture;
    private int _rows;

    /// <summary>Whether all was read.</summary>
    public bool IsRead => Volatile.Read(ref _picture) is not null;

    /// <summary>Reads on.</summary>
    /// <returns>The picture; null when it was cancelled before the end.</returns>
    public SourcePicture? Continue(Func<bool> isCancelled)
    {
        lock (_lock)
        {
            if (_picture is not null)
                return _picture;
            using IEffectInputBitmap<ColorBgra32> bitmap = environment.GetSourceBitmapBgra32();
            PlaneInfo layout = _layout ??= Begin(bitmap.Size);
            int band = Math.Max(1, BandBytes / layout.Stride);
            for (; _rows < layout.Height; _rows += Math.Min(band, layout.Height - _rows))
            {
                if (isCancelled())
                    return null;
                ReadBand(bitmap, layout, Math.Min(band, layout.Height - _rows));
            }

            RectInt32 whole = new(0, 0, layout.Width, layout.Height);
            RectInt32 area = RectInt32.Intersect(environment.Selection.RenderBounds, whole);
            SourcePicture picture = new(layout, _pixels, _hash!.Finish(), DocumentExif.TryRead(environment, bitmap.Size), area.HasArea ? area : whole);
            Volatile.Write(ref _picture, picture);
            return picture;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            _hash?.Dispose();
    }

    private PlaneInfo Begin(SizeInt32 size)
    {
        PlaneInfo layout = new()
        {
            Id = 1,
            Role = PlaneRole.Colour,
            Format = PlaneFormat.U8,
            Channels = BytesPerPixel,
            Width = size.Width,
            Height = size.Height,
            Stride = size.Width * BytesPerPixel,
            Alpha = AlphaKind.Straight,
        };
        _pixels = layout.ByteLength <= Array.MaxLength
            ? GC.AllocateUninitializedArray<byte>((int)layout.ByteLength)
            : throw new InvalidOperationException($"A picture of {size.Width} × {size.Height} pixels is too large; at most {Array.MaxLength / BytesPerPixel} pixels are possible.");
        _hash = new ContentHash();
        _hash.Begin(layout);
        return layout;
    }

    private unsafe void ReadBand(IEffectInputBitmap<ColorBgra32> bitmap, PlaneInfo layout, int rows)
    {
        using IBitmapLock<ColorBgra32> pixels = bitmap.Lock(new RectInt32(0, _rows, layout.Width, rows));
        RegionPtr<ColorBgra32> region = pixels.AsRegionPtr();
        Span<byte> band = _pixels.AsSpan(_rows * layout.Stride, rows * layout.Stride);
        for (int y = 0; y < rows; y++)
        {
            ReadOnlySpan<uint> from = new((byte*)region.Ptr + ((long)y * region.Stride), layout.Width);
            PixelOrder.Swap(from, MemoryMarshal.Cast<byte, uint>(band.Slice(y * layout.Stride, layout.Stride)));
        }

        _hash!.Add(band);
    }
}
