using System.Numerics;

namespace GenRefocus.Rendering;

/// <summary>The smaller of two values.</summary>
internal readonly struct Smallest : IExtreme
{
    /// <inheritdoc/>
    public static float Neutral => float.PositiveInfinity;

    /// <inheritdoc/>
    public static Vector<float> Of(Vector<float> a, Vector<float> b) => Vector.Min(a, b);
}
