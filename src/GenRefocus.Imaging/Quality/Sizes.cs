namespace GenRefocus.Imaging;

/// <summary>Whether pictures can be compared.</summary>
internal static class Sizes
{
    /// <summary>Compares sizes.</summary>
    /// <param name="a">One plane.</param>
    /// <param name="b">Another.</param>
    /// <param name="where">What counts; null for everything.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static void Check(Plane<float> a, Plane<float> b, Plane<byte>? where)
    {
        if (a.Width != b.Width || a.Height != b.Height)
            throw new ArgumentException($"The pictures differ in size: {a.Width} × {a.Height} and {b.Width} × {b.Height}.", nameof(b));
        if (where is not null && (where.Width != a.Width || where.Height != a.Height))
            throw new ArgumentException($"The pictures are {a.Width} × {a.Height}, what counts is {where.Width} × {where.Height}.", nameof(where));
    }
}
