using System.Numerics;

namespace GenRefocus.Rendering;

/// <summary>The larger of two values.</summary>
internal readonly struct Largest : IExtreme
{
    /// <inheritdoc/>
    public static float Neutral => float.NegativeInfinity;

    /// <inheritdoc/>
    public static Vector<float> Of(Vector<float> a, Vector<float> b) => Vector.Max(a, b);
}
