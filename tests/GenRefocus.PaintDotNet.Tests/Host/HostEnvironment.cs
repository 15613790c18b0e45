using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>A document with two layers, the upper one of which is worked on, a selection, and what the camera noted.</summary>
internal sealed class HostEnvironment(HostPixels layer, IReadOnlyList<RectInt32> selection, IReadOnlyList<ExifPropertyItem> exif) : HostObject, IBitmapEffectEnvironment
{
    public IBitmapEffectDocumentInfo Document { get; } = new HostDocument(layer, exif);

    public IBitmapEffectSelectionInfo Selection { get; } = new HostSelection(selection);

    IEffectDocumentInfo IEffectEnvironment.Document => Document;

    IEffectSelectionInfo IEffectEnvironment.Selection => Selection;

    public IImagingFactory ImagingFactory => throw new NotSupportedException();

    public int SourceLayerIndex => 1;

    private sealed class HostDocument(HostPixels layer, IReadOnlyList<ExifPropertyItem> exif) : HostObject, IBitmapEffectDocumentInfo, IEffectDocumentMetadata
    {
        public IReadOnlyList<IEffectLayerInfo> Layers { get; } = [new HostLayer(new HostPixels(layer.Width, layer.Height)), new HostLayer(layer)];

        public IEffectDocumentMetadata Metadata => this;

        public SizeInt32 Size => layer.Size;

        public IReadOnlyList<ExifPropertyItem> ExifPropertyItems => exif;
    }

    private sealed class HostLayer(HostPixels pixels) : HostObject, IEffectLayerInfo
    {
        public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat) => pixelFormat == PixelFormats.Bgra32 ? new HostBitmap(pixels) : throw new NotSupportedException();
    }

    private sealed class HostSelection(IReadOnlyList<RectInt32> scans) : HostObject, IBitmapEffectSelectionInfo
    {
        public RectInt32 RenderBounds
        {
            get
            {
                int left = scans.Min(scan => scan.Left), top = scans.Min(scan => scan.Top);
                return new(left, top, scans.Max(scan => scan.Right) - left, scans.Max(scan => scan.Bottom) - top);
            }
        }

        public IReadOnlyList<RectInt32> RenderScans => scans;
    }
}
