using System.Numerics;

namespace GenRefocus.Rendering;

/// <summary>
/// Recovery of clipped lights. A lamp that the sensor clipped at 1 was brighter; before blurring, a pixel whose largest channel is m is scaled by
/// B(m)/m with B(m) = m·(1 + h·smoothstep(t, 1, m)), afterwards by the exact inverse, so that a constant colour stays constant and bokeh balls
/// stay bright.
/// </summary>
/// <param name="Strength">h, 0 (off) to 8.</param>
/// <param name="Threshold">t, 0.3 to 0.99: linear value of the largest channel above which a light counts as clipped.</param>
public readonly record struct HighlightRecovery(float Strength, float Threshold)
{
    /// <summary>No recovery: both directions are the identity.</summary>
    public static readonly HighlightRecovery None = new(0, 0.85f);

    private const int NewtonSteps = 6;

    /// <summary>Whether pixels are left alone.</summary>
    public bool IsNone => Strength <= 0;

    /// <summary>B(m).</summary>
    /// <param name="m">Linear value, 0 or more.</param>
    public float Boost(float m)
    {
        float u = Math.Clamp((m - Threshold) / (1 - Threshold), 0, 1);
        return m * (1 + (Strength * u * u * (3 - (2 * u))));
    }

    /// <summary>The m whose boost is a value.</summary>
    /// <param name="boosted">B(m), 0 or more.</param>
    public float Restore(float boosted)
    {
        if (boosted <= Threshold)
            return boosted;
        if (boosted >= 1 + Strength)
            return boosted / (1 + Strength);

        // B rises steadily from t to 1 + h; Newton from inside a bracket that every step narrows.
        (float low, float high) = (Threshold, 1);
        float m = Threshold + ((boosted - Threshold) / (1 + Strength - Threshold) * (1 - Threshold));
        for (int i = 0; i < NewtonSteps; i++)
        {
            float u = (m - Threshold) / (1 - Threshold), s = u * u * (3 - (2 * u));
            float error = (m * (1 + (Strength * s))) - boosted;
            if (error > 0)
                high = m;
            else
                low = m;
            float slope = 1 + (Strength * s) + (Strength * m * 6 * u * (1 - u) / (1 - Threshold));
            float next = m - (error / slope);
            m = next >= low && next <= high ? next : 0.5f * (low + high);
        }

        return m;
    }

    /// <summary>Scales the colour of one pixel by B(m)/m.</summary>
    /// <param name="colour">Linear colour, not premultiplied; the fourth lane is kept.</param>
    public Vector4 Boost(Vector4 colour)
    {
        float m = MathF.Max(colour.X, MathF.Max(colour.Y, colour.Z));
        return m <= Threshold ? colour : Scale(colour, Boost(m) / m);
    }

    /// <summary>Scales the colour of one pixel back.</summary>
    /// <param name="colour">Linear colour, not premultiplied; the fourth lane is kept.</param>
    public Vector4 Restore(Vector4 colour)
    {
        float m = MathF.Max(colour.X, MathF.Max(colour.Y, colour.Z));
        return m <= Threshold ? colour : Scale(colour, Restore(m) / m);
    }

    private static Vector4 Scale(Vector4 colour, float factor) => colour * new Vector4(factor, factor, factor, 1);
}
