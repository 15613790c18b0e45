using System.Numerics;

namespace GenRefocus.Rendering;

/// <summary>Either end of an order: the larger or the smaller of two values.</summary>
internal interface IExtreme
{
    /// <summary>The value that never wins.</summary>
    static abstract float Neutral { get; }

    /// <summary>The winner in each lane.</summary>
    /// <param name="a">One value a lane.</param>
    /// <param name="b">The other value a lane.</param>
    static abstract Vector<float> Of(Vector<float> a, Vector<float> b);
}
