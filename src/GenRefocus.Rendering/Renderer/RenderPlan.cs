using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering;

/// <summary>What all tiles of one render share: slices, kernels laid out for the tile's accumulator, hidden layers, and how far each block reaches.</summary>
internal sealed class RenderPlan : IDisposable
{
    private const int FineHiddenScale = 2;
    private const int CoarseHiddenScale = 4;

    /// <summary>Pixels above which hidden layers are coarse in final quality too: radii grow with the picture, and the layers would take as much memory as it.</summary>
    private const long LargePicture = 40_000_000;

    private const int VectorOverhang = 8;

    private readonly int[] _halfWidths;

    /// <summary>Prepares one pass over a scene.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="source">What is scattered: the scene's colours or its alpha.</param>
    /// <param name="quality">Preview or final.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public RenderPlan(BokehScene scene, LinearImage source, BokehQuality quality, int threads, CancellationToken cancellationToken)
    {
        float largest = scene.Range.Largest;
        Source = source;
        Highlights = source == scene.Source ? scene.SourceHighlights : HighlightRecovery.None;
        SignedRadius = scene.SignedRadius;
        Quality = quality;
        Slices = new SliceTable(largest);
        _halfWidths = HalfWidths(scene.Kernels, KernelTable.IndexOf(largest) + 2);
        Reach = _halfWidths[^1] + 1;
        Margin = (2 * Reach) + VectorOverhang;
        Stride = TileGrid.Width + (2 * Margin);
        bool coarse = quality == BokehQuality.Preview || (long)source.Width * source.Height > LargePicture;
        int scale = coarse ? CoarseHiddenScale : FineHiddenScale;
        Layers = [.. scene.HiddenLayers(source, scale, threads, cancellationToken)];
        Kernels = new FlatKernels(scene.Kernels, largest, Stride);
        Matte = scene.UsedMatte is { } matte ? new MatteSources(matte, source, Highlights, Slices) : null;
        BlockReach = MeasureReach(scene.Range);
    }

    /// <summary>Colours with weight 1 in the fourth lane.</summary>
    public LinearImage Source { get; }

    /// <summary>Recovery to apply to what is read from <see cref="Source"/>.</summary>
    public HighlightRecovery Highlights { get; }

    /// <summary>Signed radius of every pixel.</summary>
    public Plane<float> SignedRadius { get; }

    /// <summary>Preview or final.</summary>
    public BokehQuality Quality { get; }

    /// <summary>The slices.</summary>
    public SliceTable Slices { get; }

    /// <summary>Pixels around a tile in which a source may reach it.</summary>
    public int Reach { get; }

    /// <summary>Columns of the accumulator left and right of the tile: a source at the window's edge writes up to twice the reach away.</summary>
    public int Margin { get; }

    /// <summary>Elements of the accumulator from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>Hidden layers, near to far.</summary>
    public HiddenLayer[] Layers { get; }

    /// <summary>The parts of pixels that are taken apart, if there are any.</summary>
    public MatteSources? Matte { get; }

    /// <summary>Kernels for <see cref="Stride"/>.</summary>
    public FlatKernels Kernels { get; }

    /// <summary>For each block of <see cref="RadiusRange.BlockSize"/> pixels, how far its sources and what is hidden behind them reach, in pixels.</summary>
    public Plane<int> BlockReach { get; }

    /// <summary>How far a source's kernel reaches, in whole pixels.</summary>
    /// <param name="step">Radius in kernel steps.</param>
    public int HalfWidth(int step) => _halfWidths[step];

    /// <summary>Whether any slice is drawn at less than full rate.</summary>
    public bool UsesReducedRate => RateOf(_halfWidths.Length - 1) > 1;

    /// <summary>Pixels along each axis that are binned into one source.</summary>
    /// <param name="maxStep">Largest radius of the slice in kernel steps.</param>
    /// <returns>1, 2 or 4.</returns>
    public int RateOf(int maxStep)
    {
        float half = Quality == BokehQuality.Preview ? SliceParameters.PreviewHalfRateRadius : SliceParameters.FinalHalfRateRadius;
        float radius = (float)maxStep / KernelTable.StepsPerPixel;
        return radius < half ? 1 : radius < 2 * half ? 2 : 4;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kernels.Dispose();
        BlockReach.Dispose();
    }

    private static int[] HalfWidths(KernelTable kernels, int count)
    {
        int[] widths = new int[Math.Min(count, kernels.Count)];
        for (int i = 0; i < widths.Length; i++)
            widths[i] = Math.Max(i == 0 ? 0 : widths[i - 1], Math.Max(kernels.Far(i).Radius, kernels.Near(i).Radius) + 1);
        return widths;
    }

    private Plane<int> MeasureReach(RadiusRange range)
    {
        Plane<int> reach = new(range.BlockLargest.Width, range.BlockLargest.Height);
        for (int y = 0; y < reach.Height; y++)
        {
            ReadOnlySpan<float> largest = range.BlockLargest.Row(y);
            Span<int> row = reach.Row(y);
            for (int b = 0; b < row.Length; b++)
                row[b] = HalfWidth(KernelTable.IndexOf(MathF.Max(largest[b], Matte?.Matte.LargestAt(b, y) ?? 0)));
        }

        foreach (HiddenLayer layer in Layers)
        {
            for (int y = 0; y < layer.Mask.Height; y++)
            {
                ReadOnlySpan<byte> mask = layer.Mask.Row(y);
                Span<int> blocks = reach.Row(y * layer.Scale / RadiusRange.BlockSize);
                int columns = RadiusRange.BlockSize / layer.Scale;
                for (int b = 0; b < blocks.Length; b++)
                {
                    if (mask.Slice(b * columns, Math.Min(columns, mask.Length - (b * columns))).ContainsAnyExcept((byte)0))
                        blocks[b] = Reach;
                }
            }
        }

        return reach;
    }
}
