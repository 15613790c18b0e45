using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Finds the blocks that hold pixels to be taken apart, and takes them apart.</summary>
internal sealed unsafe class MatteBlocks(
    LinearImage picture, Plane<float> mask, DepthOutline outline, MatteSide front, MatteSide back, float smallestEdge)
{
    private const int Side = SubjectMatte.BlockSize;

    /// <summary>Makes the matte; null where no pixel is taken apart.</summary>
    public SubjectMatte? Make(int threads, CancellationToken cancellationToken)
    {
        Plane<int> blocks = new((picture.Width + Side - 1) / Side, (picture.Height + Side - 1) / Side);
        RowParallel.For(picture.Height, threads, (from, to) =>
        {
            for (int row = from / Side; row * Side < to; row++)
            {
                for (int column = 0; column < blocks.Width; column++)
                    blocks[column, row] = HoldsSoft(column, row) ? 0 : -1;
            }
        }, cancellationToken);
        List<(int Column, int Row)> places = [];
        for (int row = 0; row < blocks.Height; row++)
        {
            for (int column = 0; column < blocks.Width; column++)
            {
                if (blocks[column, row] < 0)
                    continue;
                blocks[column, row] = places.Count;
                places.Add((column, row));
            }
        }

        SubjectMatte matte = new(blocks, places);
        try
        {
            long count = 0;
            RowParallel.For(places.Count, threads, (from, to) =>
            {
                long found = 0;
                for (int block = from; block < to; block++)
                    found += TakeApart(matte, block);
                Interlocked.Add(ref count, found);
            }, cancellationToken);
            matte.Count = count;
        }
        catch
        {
            matte.Dispose();
            throw;
        }

        if (matte.Count > 0)
            return matte;
        matte.Dispose();
        return null;
    }

    private bool HoldsSoft(int column, int row)
    {
        for (int y = row * Side; y < Math.Min((row + 1) * Side, picture.Height); y++)
        {
            for (int x = column * Side; x < Math.Min((column + 1) * Side, picture.Width); x++)
            {
                if (IsSoft(x, y))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether the mask is fractional, an edge of the depth passes, and the subject is before what is beside it.</summary>
    private bool IsSoft(int x, int y)
    {
        if (!outline.PassesPixel(x, y) || mask.Pointer[((long)y * mask.Stride) + x] is not (> MatteParameters.LeastShare and < MatteParameters.MostShare))
            return false;
        float edge = front.DisparityAt(x, y) - back.DisparityAt(x, y);
        return edge > smallestEdge && float.IsFinite(edge);
    }

    private int TakeApart(SubjectMatte matte, int block)
    {
        (int column, int row) = matte.Places[block];
        Vector4* fronts = matte.Front(block), backs = matte.Back(block);
        float* frontDisparities = matte.FrontDisparity(block), backDisparities = matte.BackDisparity(block);
        int found = 0;
        for (int j = 0; j < Side; j++)
        {
            for (int i = 0; i < Side; i++)
            {
                int x = (column * Side) + i, y = (row * Side) + j, offset = (j * Side) + i;
                (fronts[offset], backs[offset], frontDisparities[offset], backDisparities[offset]) = (SubjectMatte.Whole, default, 0, 0);
                if (x >= picture.Width || y >= picture.Height || !IsSoft(x, y))
                    continue;
                float share = mask.Pointer[((long)y * mask.Stride) + x];
                float frontDisparity = front.DisparityAt(x, y), backDisparity = back.DisparityAt(x, y);
                (Vector4 frontColour, float frontVariance) = front.At(x, y);
                (Vector4 backColour, float backVariance) = back.At(x, y);
                Vector4 pixel = picture.Pointer[((long)y * picture.Stride) + x];
                float nearness = Math.Clamp((outline.SmoothAt(x, y) - backDisparity) / (frontDisparity - backDisparity), 0, 1);
                share = MattePixel.Share((share + nearness) / 2, pixel, frontColour, frontVariance, backColour, backVariance);
                share = share <= MatteParameters.LeastShare ? 0 : share >= MatteParameters.MostShare ? 1 : share;
                (Vector4 f, Vector4 b) = MattePixel.Split(share, pixel, frontColour, frontVariance, backColour, backVariance);
                fronts[offset] = f with { W = share };
                backs[offset] = b with { W = 1 };
                frontDisparities[offset] = frontDisparity;
                backDisparities[offset] = backDisparity;
                found++;
            }
        }

        return found;
    }
}
