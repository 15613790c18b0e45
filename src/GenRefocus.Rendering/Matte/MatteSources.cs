using System.Numerics;
using System.Runtime.CompilerServices;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>The colours that the two parts of a pixel of a matte scatter, premultiplied by their weight, which is in the fourth lane.</summary>
internal sealed unsafe class MatteSources(LensMatte matte, LinearImage picture, HighlightRecovery highlights, SliceTable slices)
{
    /// <summary>The matte.</summary>
    public LensMatte Matte => matte;

    /// <summary>What a source of a matte scatters.</summary>
    /// <param name="layer"><see cref="SourceRef.MatteFront"/> or <see cref="SourceRef.MatteBack"/>.</param>
    /// <param name="x">Picture column.</param>
    /// <param name="y">Picture row.</param>
    public Vector4 ColourAt(int layer, int x, int y) => layer == SourceRef.MatteFront ? FrontAt(x, y) : BackAt(x, y);

    /// <summary>The subject's part of a pixel that is taken apart.</summary>
    private Vector4 FrontAt(int x, int y)
    {
        Vector4 front = matte.Matte.Front(matte.BlockOf(x, y))[LensMatte.Offset(x, y)];
        float share = front.W;
        Vector4 colour = Boosted(front) * share;
        colour.W = share;
        return colour;
    }

    /// <summary>What lies behind the subject where a pixel of a block is taken apart, else the pixel itself.</summary>
    private Vector4 BackAt(int x, int y)
    {
        int block = matte.BlockOf(x, y), offset = LensMatte.Offset(x, y);
        float radius = matte.BackRadius(block)[offset];
        if (!LensMatte.IsSplit(radius))
            return Boosted(picture.Pointer[((long)y * picture.Stride) + x]);
        Vector4 back = Boosted(matte.Matte.Back(block)[offset]);

        // Within a slice the parts add up, between slices the nearer hides the farther.
        float share = matte.Matte.Front(block)[offset].W;
        bool together = share > 0 && slices.SliceOf(matte.FrontRadius(block)[offset]) == slices.SliceOf(radius);
        return together ? back * (1 - share) : back;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector4 Boosted(Vector4 colour) => highlights.IsNone ? colour : highlights.Boost(colour);
}
