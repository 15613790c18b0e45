namespace GenRefocus.Imaging;

/// <summary>A depth picture as its file holds it; what the numbers mean (disparity, depth, metres) is for the reader to decide.</summary>
public sealed class DepthFile : IDisposable
{
    /// <summary>Puts it together.</summary>
    /// <param name="values">The numbers, not scaled; disposed of with the file.</param>
    /// <param name="kind">Kind of samples.</param>
    /// <param name="saysMetres">Whether the file says that its numbers are metres.</param>
    public DepthFile(Plane<float> values, DepthSampleKind kind, bool saysMetres)
    {
        ArgumentNullException.ThrowIfNull(values);
        Values = values;
        Kind = kind;
        SaysMetres = saysMetres;
    }

    /// <summary>The numbers of the file, not scaled: 0 … 255, 0 … 65535, or any float, also infinite and not-a-number.</summary>
    public Plane<float> Values { get; }

    /// <summary>Kind of samples.</summary>
    public DepthSampleKind Kind { get; }

    /// <summary>Whether the file's description (TIFF ImageDescription) or XMP (GDepth:Units) says that its numbers are metres.</summary>
    public bool SaysMetres { get; }

    /// <summary>Largest value of the kind: 255, 65535, or 1 for floats, which are not scaled.</summary>
    public float FullScale => Kind switch { DepthSampleKind.Integer8 => byte.MaxValue, DepthSampleKind.Integer16 => ushort.MaxValue, _ => 1 };

    /// <inheritdoc/>
    public void Dispose() => Values.Dispose();
}
