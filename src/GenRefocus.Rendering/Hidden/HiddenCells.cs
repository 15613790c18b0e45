using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>What a picture shows at or behind a limit, as means over blocks of its pixels.</summary>
/// <param name="picture">Colours with weight 1 in the fourth lane.</param>
/// <param name="highlights">Recovery to apply to the colours.</param>
/// <param name="signedRadius">Signed radius in pixels of every pixel.</param>
/// <param name="matte">Pixels that are taken apart: what lies behind the subject stands for them; null for none.</param>
/// <param name="limit">Pixels with a larger signed radius do not count.</param>
/// <param name="scale">Side of a block in pixels, a divisor of <see cref="SubjectMatte.BlockSize"/>.</param>
internal sealed unsafe class HiddenCells(
    LinearImage picture, HighlightRecovery highlights, Plane<float> signedRadius, LensMatte? matte, float limit, int scale)
{
    /// <summary>Pixels with a larger signed radius do not count.</summary>
    public float Limit => limit;

    /// <summary>Side of a block in pixels.</summary>
    public int Scale => scale;

    /// <summary>Mean colour and radius of the pixels of each block that count; weight 0 where there is none.</summary>
    /// <param name="row">Row of blocks.</param>
    /// <param name="colour">Receives the colours.</param>
    /// <param name="radius">Receives the radii.</param>
    /// <param name="mask">Receives 1 where a pixel counts, else 0.</param>
    public void AverageRow(int row, Span<Vector4> colour, Span<float> radius, Span<byte> mask)
    {
        int y0 = row * scale, y1 = Math.Min(y0 + scale, picture.Height);
        for (int x = 0; x < colour.Length; x++)
        {
            int x0 = x * scale, x1 = Math.Min(x0 + scale, picture.Width);
            int matteBlock = matte?.BlockOf(x0, y0) ?? -1;
            Vector4 sum = default;
            float radii = 0;
            int count = 0;
            for (int y = y0; y < y1; y++)
            {
                Vector4* colours = picture.Pointer + ((long)y * picture.Stride);
                float* c = signedRadius.Pointer + ((long)y * signedRadius.Stride);
                for (int i = x0; i < x1; i++)
                {
                    float own = c[i];
                    Vector4 shown = colours[i];
                    if (matteBlock >= 0)
                        TakeApart(matteBlock, i, y, ref own, ref shown);
                    if (own > limit)
                        continue;
                    sum += highlights.IsNone ? shown : highlights.Boost(shown);
                    radii += own;
                    count++;
                }
            }

            float share = count == 0 ? 0 : 1f / count;
            colour[x] = sum * share;
            radius[x] = radii * share;
            mask[x] = (byte)Math.Min(count, 1);
        }
    }

    private void TakeApart(int block, int x, int y, ref float radius, ref Vector4 colour)
    {
        int offset = LensMatte.Offset(x, y);
        float behind = matte!.BackRadius(block)[offset];
        if (LensMatte.IsSplit(behind))
            (radius, colour) = (behind, matte.Matte.Back(block)[offset]);
    }
}
