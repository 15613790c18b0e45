using System.Numerics;
using System.Runtime.Intrinsics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Draws a slice of large radii at half or quarter rate: bins 2 × 2 or 4 × 4 sources into one, scatters them with a kernel of as many
/// times smaller radius, sums the rows and composites the bilinear enlargement.
/// </summary>
internal sealed unsafe class ReducedRate : IDisposable
{
    private const int LargestRate = 4;

    private readonly RenderPlan _plan;
    private readonly AlignedMemory<Vector4> _accumulator;
    private readonly AlignedMemory<Vector4> _bins;
    private readonly AlignedMemory<float> _binRadii;
    private readonly AlignedMemory<Vector4> _line;
    private readonly int _binColumns;
    private readonly int _binRows;
    private readonly bool _boosts;

    /// <summary>Takes buffers for tiles of one plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="accumulator">The tile's accumulator, all zero between calls; two rows more than the tile.</param>
    public ReducedRate(RenderPlan plan, AlignedMemory<Vector4> accumulator)
    {
        _plan = plan;
        _accumulator = accumulator;
        _binColumns = (((TileGrid.Width + (2 * plan.Reach)) / 2) + (2 * LargestRate) + 7) / 4 * 4;
        _binRows = ((TileGrid.Height + (2 * plan.Reach)) / 2) + 4;
        _boosts = !plan.Highlights.IsNone;
        bool used = plan.UsesReducedRate;
        _bins = new AlignedMemory<Vector4>(used ? (long)_binColumns * _binRows : 0);
        _binRadii = new AlignedMemory<float>(used ? (long)_binColumns * _binRows : 0);
        _line = new AlignedMemory<Vector4>(TileGrid.Width);
    }

    /// <summary>Draws one slice behind a composite.</summary>
    /// <param name="list">The slice's sources.</param>
    /// <param name="rate">2 or 4.</param>
    /// <param name="tile">The tile; its corner is a multiple of 16.</param>
    /// <param name="composite">The tile's composite.</param>
    public void Draw(SourceList list, int rate, PixelRegion tile, Vector4* composite)
    {
        int shift = rate == 2 ? 1 : 2;
        int columnOrigin = -((_plan.Reach >> shift) + LargestRate) & ~3, rowOrigin = -((_plan.Reach >> shift) + 1);
        int minX = list.MinX >> shift, maxX = list.MaxX >> shift, minY = list.MinY >> shift, maxY = list.MaxY >> shift;
        for (int y = minY; y <= maxY; y++)
        {
            int start = ((y - rowOrigin) * _binColumns) + (minX & ~3) - columnOrigin, count = (maxX | 3) - (minX & ~3) + 1;
            new Span<Vector4>(_bins.Pointer + start, count).Clear();
            new Span<float>(_binRadii.Pointer + start, count).Clear();
        }

        Bin(list, shift, tile, columnOrigin, rowOrigin);
        int lowRows = (tile.Height + rate - 1) >> shift;
        for (int y = minY; y <= maxY; y++)
        {
            Vector4* bins = _bins.Pointer + ((long)(y - rowOrigin) * _binColumns) - columnOrigin;
            float* radii = _binRadii.Pointer + ((long)(y - rowOrigin) * _binColumns) - columnOrigin;
            for (int x = minX & ~3; x <= maxX; x += 4)
                Scatter(bins + x, radii + x, x, y, rate, lowRows);
        }

        int radius = _plan.HalfWidth((list.MaxStep / rate) + 1);
        int x0 = (minX & ~3) - radius, x1 = (maxX | 3) + radius + 2;
        int y0 = Math.Max(-1, minY - radius), y1 = Math.Min(lowRows + 1, maxY + radius + 1);
        for (int y = y0; y < y1; y++)
        {
            Vector4* row = Row(y);
            Vector4 sum = default;
            for (int x = x0; x < x1; x++)
                row[x] = sum += row[x];
        }

        Enlarge(rate, tile, x0, x1, y0, y1, composite);
        for (int y = y0; y < y1; y++)
            new Span<Vector4>(Row(y) + x0, x1 - x0).Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _bins.Dispose();
        _binRadii.Dispose();
        _line.Dispose();
    }

    /// <summary>The accumulator's element of column 0 of a low-rate row, −1 being the row above the tile.</summary>
    private Vector4* Row(int y) => _accumulator.Pointer + ((long)(y + 1) * _plan.Stride) + _plan.Margin;

    private void Bin(SourceList list, int shift, PixelRegion tile, int columnOrigin, int rowOrigin)
    {
        foreach (SourceRef source in list.Quads)
            Bin(source, 4, shift, tile, columnOrigin, rowOrigin);
        foreach (SourceRef source in list.Singles)
            Bin(source, 1, shift, tile, columnOrigin, rowOrigin);
    }

    private void Bin(SourceRef source, int count, int shift, PixelRegion tile, int columnOrigin, int rowOrigin)
    {
        long row = (long)((source.Y >> shift) - rowOrigin) * _binColumns;
        int x = source.X, y = source.Y;
        Vector4* pixels = _plan.Source.Pointer + ((long)(tile.Y + y) * _plan.Source.Stride) + tile.X;
        HiddenLayer? layer = source.Layer <= 0 ? null : _plan.Layers[source.Layer - 1];
        for (int i = 0; i < count; i++)
        {
            long bin = row + ((x + i) >> shift) - columnOrigin;
            Vector4 colour = layer is not null ? layer.ColourAt(tile.X + x + i, tile.Y + y)
                : source.Layer < 0 ? _plan.Matte!.ColourAt(source.Layer, tile.X + x + i, tile.Y + y)
                : _boosts ? _plan.Highlights.Boost(pixels[x + i]) : pixels[x + i];
            _bins.Pointer[bin] += colour;
            _binRadii.Pointer[bin] += source.Step * colour.W;
        }
    }

    /// <summary>Scatters four neighbouring bins, as one when they share a kernel; empty bins share any.</summary>
    private void Scatter(Vector4* bins, float* radii, int x, int y, int rate, int lowRows)
    {
        int* steps = stackalloc int[4];
        (int min, int max) = (int.MaxValue, 0);
        float area = 1f / (rate * rate);
        for (int i = 0; i < 4; i++)
        {
            float weight = bins[i].W;
            steps[i] = -1;
            if (weight <= 0)
                continue;
            steps[i] = (int)((MathF.Abs(radii[i]) / (weight * rate)) + 0.5f);
            min = Math.Min(min, steps[i]);
            max = Math.Max(max, steps[i]);
            bins[i] *= area;
        }

        if (min > max)
            return;
        bool near = radii[0] + radii[1] + radii[2] + radii[3] > 0;
        float* target = (float*)(Row(y) + x);
        if (max - min <= Math.Max(1, max >> 5))
        {
            (int first, int end) = Rows((min + max + 1) / 2, near, y, lowRows);
            SpanScatter.AddQuad(target, (float*)bins, _plan.Kernels.Offsets, _plan.Kernels.Weights, first, end);
            return;
        }

        for (int i = 0; i < 4; i++)
        {
            if (steps[i] < 0)
                continue;
            (int first, int end) = Rows(steps[i], near, y, lowRows);
            SpanScatter.AddSingle(
                target + (4 * i), Vector128.Load((float*)(bins + i)), _plan.Kernels.Offsets, _plan.Kernels.Weights, first, end);
        }
    }

    private (int First, int End) Rows(int step, bool near, int y, int lowRows)
    {
        FlatKernel kernel = _plan.Kernels.Kernels[_plan.Kernels.IndexOf(step, near)];
        int low = Math.Max(-kernel.Radius, -1 - y), high = Math.Min(kernel.Radius, lowRows - y);
        int* rowStarts = _plan.Kernels.RowStarts + kernel.CentreRow;
        return low > high ? (0, 0) : (rowStarts[low], rowStarts[high + 1]);
    }

    /// <summary>Bilinear enlargement: a low-rate sample stands at the centre of its block.</summary>
    private void Enlarge(int rate, PixelRegion tile, int x0, int x1, int y0, int y1, Vector4* composite)
    {
        int left = Math.Max(0, (x0 - 1) * rate), right = Math.Min(tile.Width, (x1 + 1) * rate);
        int lowLeft = (left / rate) - 1, lowRight = ((right - 1) / rate) + 2;
        Vector4* line = _line.Pointer - lowLeft;
        for (int y = Math.Max(0, (y0 - 1) * rate); y < Math.Min(tile.Height, (y1 + 1) * rate); y++)
        {
            (int row, float fy) = Locate(y, rate);
            Vector4* top = Row(row), bottom = Row(row + 1);
            for (int x = lowLeft; x < lowRight; x++)
                line[x] = Vector4.Lerp(top[x], bottom[x], fy);
            Vector4* target = composite + ((long)y * TileGrid.Width);
            for (int x = left; x < right; x++)
            {
                (int column, float fx) = Locate(x, rate);
                SliceCompositor.Add(target + x, Vector4.Lerp(line[column], line[column + 1], fx));
            }
        }
    }

    private static (int First, float Share) Locate(int position, int rate)
    {
        int twice = (2 * position) + 1 - rate;
        int first = twice < 0 ? -1 : twice / (2 * rate);
        return (first, (twice - (2 * rate * first)) / (2f * rate));
    }
}
