using System.Numerics;
using System.Runtime.CompilerServices;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Sums the changes of one accumulator row into coverage and colour, clears the row for the next slice, and composites it behind what is already
/// there. Compositing saturates: a slice takes what the nearer ones left free, at most its own coverage, so that a surface cut into slices has no seams.
/// </summary>
internal static unsafe class SliceCompositor
{
    /// <summary>Coverage that marks a pixel which keeps its original value: nothing more is taken there.</summary>
    public const float Untouched = 2f;

    /// <summary>Sums, clears and composites one row at full rate.</summary>
    /// <param name="accumulator">The element of the tile's column 0.</param>
    /// <param name="x0">First column that may hold a change, 0 or below or above it.</param>
    /// <param name="x1">Column after the last that may hold a change.</param>
    /// <param name="composite">The tile's composite row.</param>
    /// <param name="width">The tile's columns.</param>
    public static void AddRow(Vector4* accumulator, int x0, int x1, Vector4* composite, int width)
    {
        Vector4 sum = default;
        int x = x0, inside = Math.Min(x1, 0), end = Math.Min(x1, width);
        for (; x < inside; x++)
        {
            sum += accumulator[x];
            accumulator[x] = default;
        }

        for (; x < end; x++)
        {
            sum += accumulator[x];
            accumulator[x] = default;
            Add(composite + x, sum);
        }

        for (; x < x1; x++)
            accumulator[x] = default;
    }

    /// <summary>Composites one sample.</summary>
    /// <param name="pixel">What is there.</param>
    /// <param name="sample">Colour times coverage, coverage in the fourth lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(Vector4* pixel, Vector4 sample)
    {
        float coverage = sample.W;
        if (coverage <= SliceParameters.NegligibleCoverage)
            return;
        Vector4 before = *pixel;
        float free = 1 - before.W;
        if (free > 0)
            *pixel = before + (coverage > free ? sample * (free / coverage) : sample);
    }

    /// <summary>Marks the pixels of a tile that are in focus and that nothing nearer covers.</summary>
    /// <param name="composite">The tile's composite with all nearer slices.</param>
    /// <param name="signedRadius">Signed radius of every pixel of the picture.</param>
    /// <param name="matte">The matte, if there is one: a pixel that it takes apart is never in focus as a whole.</param>
    /// <param name="tile">The tile.</param>
    public static void MarkUntouched(Vector4* composite, Plane<float> signedRadius, LensMatte? matte, PixelRegion tile)
    {
        for (int y = 0; y < tile.Height; y++)
        {
            float* c = signedRadius.Pointer + ((long)(tile.Y + y) * signedRadius.Stride) + tile.X;
            Vector4* row = composite + ((long)y * TileGrid.Width);
            for (int x = 0; x < tile.Width; x++)
            {
                if (MathF.Abs(c[x]) < SliceParameters.InFocusRadius && row[x].W <= SliceParameters.NegligibleCoverage)
                    row[x] = new Vector4(0, 0, 0, Untouched);
            }
        }

        if (matte is not null)
            UnmarkSplit(composite, matte, tile);
    }

    private static void UnmarkSplit(Vector4* composite, LensMatte matte, PixelRegion tile)
    {
        for (int y = 0; y < tile.Height; y++)
        {
            Vector4* row = composite + ((long)y * TileGrid.Width);
            for (int x0 = 0; x0 < tile.Width; x0 += SubjectMatte.BlockSize)
            {
                int block = matte.BlockOf(tile.X + x0, tile.Y + y);
                if (block < 0)
                    continue;
                float* back = matte.BackRadius(block) + LensMatte.Offset(tile.X + x0, tile.Y + y) - x0;
                for (int x = x0; x < Math.Min(x0 + SubjectMatte.BlockSize, tile.Width); x++)
                {
                    if (LensMatte.IsSplit(back[x]) && row[x].W == Untouched)
                        row[x] = default;
                }
            }
        }
    }
}
