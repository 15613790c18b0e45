using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering;

/// <summary>Sorts everything that may reach a tile into slices: pixels, and what the hidden layers hold behind them.</summary>
internal sealed unsafe class SourceBinner
{
    /// <summary>Four neighbours share a kernel when their steps differ by at most this share (as a shift) of the largest: 1/64.</summary>
    private const int SharedKernelShift = 6;

    private readonly RenderPlan _plan;
    private readonly SliceTable _slices;
    private PixelRegion _tile;

    /// <summary>Makes the lists for tiles of one plan.</summary>
    /// <param name="plan">The plan.</param>
    public SourceBinner(RenderPlan plan)
    {
        _plan = plan;
        _slices = plan.Slices;
        Lists = new SourceList[_slices.Count];
        for (int i = 0; i < Lists.Length; i++)
            Lists[i] = new SourceList();
    }

    /// <summary>The sources of each slice after <see cref="Bin"/>.</summary>
    public SourceList[] Lists { get; }

    /// <summary>Fills the lists for one tile.</summary>
    /// <param name="tile">The tile in picture coordinates.</param>
    public void Bin(PixelRegion tile)
    {
        _tile = tile;
        foreach (SourceList list in Lists)
            list.Clear();
        Plane<float> radii = _plan.SignedRadius;
        Plane<int> reach = _plan.BlockReach;
        const int Block = RadiusRange.BlockSize;
        int top = Math.Max(0, tile.Y - _plan.Reach), bottom = Math.Min(radii.Height, tile.Bottom + _plan.Reach);
        int firstBlock = Math.Max(0, tile.X - _plan.Reach) / Block, endBlock = (Math.Min(radii.Width, tile.Right + _plan.Reach) + Block - 1) / Block;
        for (int y = top; y < bottom; y++)
        {
            int awayY = Math.Max(0, Math.Max(tile.Y - y, y - tile.Bottom + 1));
            float* row = radii.Pointer + ((long)y * radii.Stride);
            int* rowReach = reach.Pointer + ((long)(y / Block) * reach.Stride);
            for (int b = firstBlock; b < endBlock; b++)
            {
                int x0 = b * Block, x1 = Math.Min(x0 + Block, radii.Width);
                int awayX = Math.Max(0, Math.Max(tile.X - x1 + 1, x0 - tile.Right + 1));
                if (rowReach[b] < Math.Max(awayX, awayY))
                    continue;
                int matteBlock = _plan.Matte?.Matte.BlockOf(x0, y) ?? -1;
                if (matteBlock < 0)
                    BinRun(row, x0, x1, y);
                else
                    BinMatteRun(row, matteBlock, x0, x1, y);
            }
        }
    }

    private void BinRun(float* row, int x0, int x1, int y)
    {
        int x = x0;
        for (; x + 4 <= x1; x += 4)
            BinQuad(Vector128.Load(row + x), x, y, 0);
        for (; x < x1; x++)
            BinPixel(row[x], x, y, 0);
    }

    /// <summary>The same for a block in which a matte takes pixels apart: their two parts stand for them.</summary>
    private void BinMatteRun(float* row, int block, int x0, int x1, int y)
    {
        LensMatte matte = _plan.Matte!.Matte;
        int start = LensMatte.Offset(x0, y) - x0;
        float* front = matte.FrontRadius(block) + start, back = matte.BackRadius(block) + start;
        int x = x0;
        for (; x + 4 <= x1; x += 4)
        {
            Vector128<float> behind = Vector128.Load(back + x);
            Vector128<int> split = Vector128.Equals(behind, behind).AsInt32();
            if (split == Vector128<int>.Zero)
            {
                BinQuad(Vector128.Load(row + x), x, y, 0);
                continue;
            }

            Vector128<float> before = Vector128.Load(front + x);
            AddFour(before, split & Vector128.Equals(before, before).AsInt32(), x, y, SourceRef.MatteFront);
            BinQuad(Vector128.ConditionalSelect(split.AsSingle(), behind, Vector128.Load(row + x)), x, y, SourceRef.MatteBack);
        }

        for (; x < x1; x++)
        {
            bool split = LensMatte.IsSplit(back[x]);
            if (split && !float.IsNaN(front[x]))
                AddOne(front[x], x, y, SourceRef.MatteFront);
            BinPixel(split ? back[x] : row[x], x, y, split ? SourceRef.MatteBack : 0);
        }
    }

    private void BinQuad(Vector128<float> c, int x, int y, int visible)
    {
        AddFour(c, Vector128<float>.AllBitsSet.AsInt32(), x, y, visible);
        Vector128<float> current = c;
        for (int g = 0; g < _plan.Layers.Length; g++)
        {
            HiddenLayer layer = _plan.Layers[g];
            Vector128<int> hides = Vector128.GreaterThan(current, Vector128.Create(layer.Limit)).AsInt32();
            if (hides == Vector128<int>.Zero)
                continue;
            byte* mask = layer.Mask.Pointer + ((long)(y / layer.Scale) * layer.Mask.Stride);
            int m0 = x / layer.Scale, m1 = (x + 3) / layer.Scale;
            if ((mask[m0] | mask[m1]) == 0)
                continue;
            Vector128<float> hidden = current;
            for (int i = 0; i < 4; i++)
            {
                if (hides[i] == 0)
                    continue;
                if (mask[(x + i) / layer.Scale] == 0)
                    hides = hides.WithElement(i, 0);
                else
                    hidden = hidden.WithElement(i, layer.SignedRadiusAt(x + i, y));
            }

            AddFour(hidden, hides, x, y, g + 1);
            current = hidden;
        }
    }

    private void BinPixel(float c, int x, int y, int visible)
    {
        AddOne(c, x, y, visible);
        for (int g = 0; g < _plan.Layers.Length; g++)
        {
            HiddenLayer layer = _plan.Layers[g];
            if (c <= layer.Limit || layer.Mask[x / layer.Scale, y / layer.Scale] == 0)
                continue;
            c = layer.SignedRadiusAt(x, y);
            AddOne(c, x, y, g + 1);
        }
    }

    /// <summary>Adds those of four neighbours whose lane is set: as one quad when all are and they share a slice and a kernel.</summary>
    private void AddFour(Vector128<float> c, Vector128<int> lanes, int x, int y, int layer)
    {
        Vector128<int> steps = Vector128.ConvertToInt32((Vector128.Abs(c) * KernelTable.StepsPerPixel) + Vector128.Create(0.5f));
        if (lanes == Vector128<int>.AllBitsSet)
        {
            int min = Math.Min(Math.Min(steps[0], steps[1]), Math.Min(steps[2], steps[3]));
            int max = Math.Max(Math.Max(steps[0], steps[1]), Math.Max(steps[2], steps[3]));
            int slice = _slices.SliceOf(c[0]);
            if (max - min <= max >> SharedKernelShift && slice == _slices.SliceOf(c[1]) && slice == _slices.SliceOf(c[2]) && slice == _slices.SliceOf(c[3]))
            {
                if (Reaches(max, x, x + 3, y))
                    Lists[slice].AddQuad(Reference((min + max + 1) / 2, c[0], x, y, layer));
                return;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            if (lanes[i] != 0)
                AddOne(c[i], x + i, y, layer);
        }
    }

    private void AddOne(float c, int x, int y, int layer)
    {
        int step = (int)((MathF.Abs(c) * KernelTable.StepsPerPixel) + 0.5f);
        if (Reaches(step, x, x, y))
            Lists[_slices.SliceOf(c)].AddSingle(Reference(step, c, x, y, layer));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Reaches(int step, int x0, int x1, int y)
    {
        int away = Math.Max(Math.Max(_tile.X - x1, x0 - _tile.Right + 1), Math.Max(_tile.Y - y, y - _tile.Bottom + 1));
        return away <= _plan.HalfWidth(step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private SourceRef Reference(int step, float c, int x, int y, int layer) =>
        new((short)(x - _tile.X), (short)(y - _tile.Y), (short)(c > 0 ? step : -step), (short)layer);
}
