namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>image/open</c>.</summary>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Planes">One colour plane.</param>
public sealed record OpenParams(string Hash, int Width, int Height, IReadOnlyList<PlaneInfo> Planes)
{
    /// <summary>What may change.</summary>
    public PlaneInfo? Selection { get; init; }

    /// <summary>What the camera noted.</summary>
    public ImageMetadata? Metadata { get; init; }

    /// <summary>The ICC profile, base64 on the wire.</summary>
    public byte[]? Icc { get; init; }
}
