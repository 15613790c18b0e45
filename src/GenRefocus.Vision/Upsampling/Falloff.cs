using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRefocus.Vision;

/// <summary>
/// exp(−x) for weights, as max(0, 1 − x/8)⁸: additions and products only, so that every instruction set gives the same bits. It is 0 from x = 8 on, where
/// exp(−x) is 3e-4.
/// </summary>
internal static class Falloff
{
    private const float Eighth = 0.125f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float x)
    {
        float b = 1 - (x * Eighth);
        b = b > 0 ? b : 0;
        b *= b;
        b *= b;
        return b * b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x)
    {
        Vector256<float> b = Vector256<float>.One - (x * Eighth);
        b = Vector256.Max(b, Vector256<float>.Zero);
        b *= b;
        b *= b;
        return b * b;
    }

    /// <summary>Factor that turns a squared distance into the x of a normal distribution's density.</summary>
    public static float Scale(float sigma) => 1 / (2 * sigma * sigma);
}
