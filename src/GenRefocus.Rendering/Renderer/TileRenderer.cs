using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Renders one tile after another on one thread: bins the sources, then slice by slice, near to far, scatters them, sums the rows and composites.
/// Owns the buffers that the tiles share.
/// </summary>
internal sealed unsafe class TileRenderer : IDisposable
{
    private readonly RenderPlan _plan;
    private readonly SourceBinner _binner;
    private readonly AlignedMemory<Vector4> _accumulator;
    private readonly AlignedMemory<Vector4> _composite;
    private readonly ReducedRate _reduced;
    private readonly bool _boosts;

    /// <summary>Takes buffers for tiles of one plan.</summary>
    /// <param name="plan">The plan.</param>
    public TileRenderer(RenderPlan plan)
    {
        _plan = plan;
        _boosts = !plan.Highlights.IsNone;
        _binner = new SourceBinner(plan);

        // Two rows more than the tile: the reduced rate needs one sample around it.
        _accumulator = new AlignedMemory<Vector4>((long)plan.Stride * (TileGrid.Height + 2));
        _accumulator.Clear();
        _composite = new AlignedMemory<Vector4>(TileGrid.Width * TileGrid.Height);
        _reduced = new ReducedRate(plan, _accumulator);
    }

    /// <summary>
    /// The composite of the tile last rendered, <see cref="TileGrid.Width"/> elements a row: colour times coverage, coverage in the fourth lane;
    /// coverage <see cref="SliceCompositor.Untouched"/> marks a pixel that stays the original.
    /// </summary>
    public Vector4* Composite => _composite.Pointer;

    /// <summary>Renders a tile into <see cref="Composite"/>.</summary>
    /// <param name="tile">The tile in picture coordinates.</param>
    public void Render(PixelRegion tile)
    {
        _composite.Clear();
        _binner.Bin(tile);
        for (int slice = 0; slice < _plan.Slices.Count; slice++)
        {
            SourceList list = _binner.Lists[slice];
            if (slice == _plan.Slices.FocusSlice)
                SliceCompositor.MarkUntouched(Composite, _plan.SignedRadius, _plan.Matte?.Matte, tile);
            if (list.IsEmpty)
                continue;
            int rate = _plan.RateOf(list.MaxStep);
            if (rate > 1)
                _reduced.Draw(list, rate, tile, Composite);
            else
                DrawFull(list, tile);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _accumulator.Dispose();
        _composite.Dispose();
        _reduced.Dispose();
    }

    private void DrawFull(SourceList list, PixelRegion tile)
    {
        float* origin = (float*)(_accumulator.Pointer + _plan.Margin);
        float* colours = stackalloc float[16];
        foreach (SourceRef source in list.Quads)
        {
            (int first, int end) = Rows(source, tile.Height);
            if (first >= end)
                continue;
            float* four = Load(source, tile, (Vector4*)colours, 4);
            SpanScatter.AddQuad(origin + (4L * ((source.Y * _plan.Stride) + source.X)), four, _plan.Kernels.Offsets, _plan.Kernels.Weights, first, end);
        }

        foreach (SourceRef source in list.Singles)
        {
            (int first, int end) = Rows(source, tile.Height);
            if (first >= end)
                continue;
            float* one = Load(source, tile, (Vector4*)colours, 1);
            SpanScatter.AddSingle(
                origin + (4L * ((source.Y * _plan.Stride) + source.X)), Vector128.Load(one), _plan.Kernels.Offsets, _plan.Kernels.Weights, first, end);
        }

        int radius = _plan.HalfWidth(list.MaxStep);
        int x0 = list.MinX - radius, x1 = list.MaxX + radius + 2;
        for (int y = Math.Max(0, list.MinY - radius); y < Math.Min(tile.Height, list.MaxY + radius + 1); y++)
            SliceCompositor.AddRow(_accumulator.Pointer + ((long)y * _plan.Stride) + _plan.Margin, x0, x1, Composite + ((long)y * TileGrid.Width), tile.Width);
    }

    /// <summary>The deltas of a source's kernel that fall into the tile's rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int First, int End) Rows(SourceRef source, int rows)
    {
        FlatKernel kernel = _plan.Kernels.Kernels[_plan.Kernels.IndexOf(Math.Abs((int)source.Step), source.Step > 0)];
        int low = Math.Max(-kernel.Radius, -source.Y), high = Math.Min(kernel.Radius, rows - 1 - source.Y);
        int* rowStarts = _plan.Kernels.RowStarts + kernel.CentreRow;
        return low > high ? (0, 0) : (rowStarts[low], rowStarts[high + 1]);
    }

    /// <summary>The colours of neighbouring sources: where they lie in the picture, or in a buffer when they have to be made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float* Load(SourceRef source, PixelRegion tile, Vector4* buffer, int count)
    {
        if (source.Layer != 0)
        {
            LoadMade(source, tile, buffer, count);
            return (float*)buffer;
        }

        Vector4* pixels = _plan.Source.Pointer + ((long)(tile.Y + source.Y) * _plan.Source.Stride) + tile.X + source.X;
        if (_boosts && SpanScatter.IsAnyAbove((float*)pixels, count, _plan.Highlights.Threshold))
        {
            for (int i = 0; i < count; i++)
                buffer[i] = _plan.Highlights.Boost(pixels[i]);
            return (float*)buffer;
        }

        return (float*)pixels;
    }

    private void LoadMade(SourceRef source, PixelRegion tile, Vector4* colours, int count)
    {
        if (source.Layer < 0)
        {
            for (int i = 0; i < count; i++)
                colours[i] = _plan.Matte!.ColourAt(source.Layer, tile.X + source.X + i, tile.Y + source.Y);
            return;
        }

        HiddenLayer layer = _plan.Layers[source.Layer - 1];
        for (int i = 0; i < count; i++)
            colours[i] = layer.ColourAt(tile.X + source.X + i, tile.Y + source.Y);
    }
}
