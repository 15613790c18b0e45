using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRefocus.Rendering;

/// <summary>
/// The inner loop: adds a source's colour, times the weight change, at each delta of its kernel. A prefix sum along the rows then turns the
/// changes into filled apertures. Four neighbours that share a kernel are one 512-bit operation a delta, since their accumulators are neighbours too.
/// </summary>
internal static unsafe class SpanScatter
{
    /// <summary>Scatters four neighbouring sources with one kernel.</summary>
    /// <param name="accumulator">Element of the first source; deltas are relative to it.</param>
    /// <param name="colours">Four colours of four floats, red green blue weight.</param>
    /// <param name="offsets">Offsets of the kernel's deltas.</param>
    /// <param name="weights">Weights of the kernel's deltas.</param>
    /// <param name="first">Index of the first delta.</param>
    /// <param name="end">Index after the last delta.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddQuad(float* accumulator, float* colours, int* offsets, float* weights, int first, int end)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<float> v = Vector512.Load(colours);
            for (int i = first; i < end; i++)
            {
                float* p = accumulator + (4L * offsets[i]);
                Vector512.MultiplyAddEstimate(v, Vector512.Create(weights[i]), Vector512.Load(p)).Store(p);
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> v0 = Vector256.Load(colours), v1 = Vector256.Load(colours + 8);
            for (int i = first; i < end; i++)
            {
                float* p = accumulator + (4L * offsets[i]);
                Vector256<float> w = Vector256.Create(weights[i]);
                Vector256.MultiplyAddEstimate(v0, w, Vector256.Load(p)).Store(p);
                Vector256.MultiplyAddEstimate(v1, w, Vector256.Load(p + 8)).Store(p + 8);
            }
        }
        else
        {
            for (int q = 0; q < 4; q++)
                AddSingle(accumulator + (4 * q), Vector128.Load(colours + (4 * q)), offsets, weights, first, end);
        }
    }

    /// <summary>Scatters one source.</summary>
    /// <param name="accumulator">Element of the source; deltas are relative to it.</param>
    /// <param name="colour">Red, green, blue, weight.</param>
    /// <param name="offsets">Offsets of the kernel's deltas.</param>
    /// <param name="weights">Weights of the kernel's deltas.</param>
    /// <param name="first">Index of the first delta.</param>
    /// <param name="end">Index after the last delta.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddSingle(float* accumulator, Vector128<float> colour, int* offsets, float* weights, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            float* p = accumulator + (4L * offsets[i]);
            Vector128.MultiplyAddEstimate(colour, Vector128.Create(weights[i]), Vector128.Load(p)).Store(p);
        }
    }

    /// <summary>Whether red, green or blue of one or four neighbouring pixels exceeds a value.</summary>
    /// <param name="colours">Four floats a pixel; the fourth does not count.</param>
    /// <param name="count">1 or 4.</param>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAnyAbove(float* colours, int count, float value)
    {
        Vector128<float> limit = Vector128.Create(value, value, value, float.PositiveInfinity);
        if (count == 1)
            return Vector128.GreaterThanAny(Vector128.Load(colours), limit);
        Vector128<float> largest = Vector128.Max(
            Vector128.Max(Vector128.Load(colours), Vector128.Load(colours + 4)), Vector128.Max(Vector128.Load(colours + 8), Vector128.Load(colours + 12)));
        return Vector128.GreaterThanAny(largest, limit);
    }
}
