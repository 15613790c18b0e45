namespace GenRefocus.Imaging;

/// <summary>Kind of samples that a depth file holds.</summary>
public enum DepthSampleKind
{
    /// <summary>8-bit integers, 0 … 255.</summary>
    Integer8,

    /// <summary>16-bit integers, 0 … 65535.</summary>
    Integer16,

    /// <summary>Floating-point numbers.</summary>
    Float,
}
