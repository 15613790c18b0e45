using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Turns a picture with transparency into what is scattered: colours with highlights recovered and coverage weight 1, and alpha as a colour of its own. An
/// opaque picture needs no copy: its alpha is the weight, and its highlights are recovered where they are read.
/// </summary>
internal static class PictureSource
{
    /// <summary>Whether every pixel's alpha is 1.</summary>
    public static bool IsOpaque(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        bool opaque = true;
        RowParallel.For(picture.Height, threads, (from, to) =>
        {
            for (int y = from; y < to && Volatile.Read(ref opaque); y++)
            {
                foreach (ref readonly Vector4 pixel in picture.Row(y))
                {
                    if (pixel.W != 1)
                    {
                        Volatile.Write(ref opaque, false);
                        break;
                    }
                }
            }
        }, cancellationToken);
        return opaque;
    }

    /// <summary>A copy of a transparent picture with recovered highlights and weight 1. Colours stay premultiplied.</summary>
    public static LinearImage Colours(LinearImage picture, HighlightRecovery highlights, int threads, CancellationToken cancellationToken)
    {
        LinearImage colours = new(picture.Width, picture.Height);
        RowParallel.For(picture.Height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> source = picture.Row(y);
                Span<Vector4> target = colours.Row(y);
                for (int x = 0; x < source.Length; x++)
                {
                    Vector4 v = source[x];
                    float alpha = v.W;
                    if (!highlights.IsNone && alpha > 0)
                        v = highlights.Boost(v / alpha) * alpha;
                    v.W = 1;
                    target[x] = v;
                }
            }
        }, cancellationToken);
        return colours;
    }

    /// <summary>Alpha in the first three lanes, weight 1 in the fourth.</summary>
    public static LinearImage Alphas(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        LinearImage alphas = new(picture.Width, picture.Height);
        RowParallel.For(picture.Height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> source = picture.Row(y);
                Span<Vector4> target = alphas.Row(y);
                for (int x = 0; x < source.Length; x++)
                    target[x] = new Vector4(source[x].W, source[x].W, source[x].W, 1);
            }
        }, cancellationToken);
        return alphas;
    }
}
