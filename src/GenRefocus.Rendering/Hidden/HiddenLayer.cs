using System.Numerics;
using System.Runtime.CompilerServices;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// What lies behind everything whose signed radius exceeds a limit: colour, signed radius and where it matters, at a fraction of the picture's
/// size. Filled from the farther side only.
/// </summary>
internal sealed class HiddenLayer : IDisposable
{
    /// <summary>Takes ownership of a finished layer.</summary>
    /// <param name="limit">Pixels with a larger signed radius hide this layer.</param>
    /// <param name="scale">Picture pixels to a layer pixel along each axis.</param>
    /// <param name="colour">Red, green, blue, 1.</param>
    /// <param name="signedRadius">Signed radius in picture pixels.</param>
    /// <param name="mask">1 where the layer may show, else 0.</param>
    public HiddenLayer(float limit, int scale, LinearImage colour, Plane<float> signedRadius, Plane<byte> mask)
    {
        Limit = limit;
        Scale = scale;
        Colour = colour;
        SignedRadius = signedRadius;
        Mask = mask;
    }

    /// <summary>Pixels with a larger signed radius hide this layer; what the layer holds is at or below it.</summary>
    public float Limit { get; }

    /// <summary>Picture pixels to a layer pixel along each axis.</summary>
    public int Scale { get; }

    /// <summary>Red, green, blue, 1.</summary>
    public LinearImage Colour { get; }

    /// <summary>Signed radius in picture pixels.</summary>
    public Plane<float> SignedRadius { get; }

    /// <summary>1 where the layer may show, else 0.</summary>
    public Plane<byte> Mask { get; }

    /// <summary>The two layer pixels of one axis between which a picture pixel lies, and the share of the second.</summary>
    /// <param name="position">Picture column or row.</param>
    /// <param name="scale">Picture pixels to a layer pixel.</param>
    /// <param name="size">Layer pixels along the axis.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int First, int Second, float Share) Locate(int position, int scale, int size)
    {
        int twice = (2 * position) + 1 - scale;
        int first = twice < 0 ? -1 : twice / (2 * scale);
        float share = (twice - (2 * scale * first)) / (2f * scale);
        return (Math.Max(first, 0), Math.Min(first + 1, size - 1), share);
    }

    /// <summary>The layer's signed radius at a picture pixel, bilinear.</summary>
    /// <param name="x">Picture column.</param>
    /// <param name="y">Picture row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe float SignedRadiusAt(int x, int y)
    {
        (int x0, int x1, float fx) = Locate(x, Scale, SignedRadius.Width);
        (int y0, int y1, float fy) = Locate(y, Scale, SignedRadius.Height);
        float* r0 = SignedRadius.Pointer + ((long)y0 * SignedRadius.Stride);
        float* r1 = SignedRadius.Pointer + ((long)y1 * SignedRadius.Stride);
        float top = r0[x0] + ((r0[x1] - r0[x0]) * fx);
        float bottom = r1[x0] + ((r1[x1] - r1[x0]) * fx);
        return top + ((bottom - top) * fy);
    }

    /// <summary>The layer's colour at a picture pixel, bilinear.</summary>
    /// <param name="x">Picture column.</param>
    /// <param name="y">Picture row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe Vector4 ColourAt(int x, int y)
    {
        (int x0, int x1, float fx) = Locate(x, Scale, Colour.Width);
        (int y0, int y1, float fy) = Locate(y, Scale, Colour.Height);
        Vector4* r0 = Colour.Pointer + ((long)y0 * Colour.Stride);
        Vector4* r1 = Colour.Pointer + ((long)y1 * Colour.Stride);
        Vector4 top = r0[x0] + ((r0[x1] - r0[x0]) * fx);
        Vector4 bottom = r1[x0] + ((r1[x1] - r1[x0]) * fx);
        return top + ((bottom - top) * fy);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Colour.Dispose();
        SignedRadius.Dispose();
        Mask.Dispose();
    }
}
