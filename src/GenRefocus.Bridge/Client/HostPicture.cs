namespace GenRefocus.Bridge;

/// <summary>A host's picture; its memory stays unchanged while it is opened.</summary>
/// <param name="Layout">What the pixels are; its id is set by the client.</param>
/// <param name="Pixels">At least <see cref="PlaneInfo.ByteLength"/> bytes.</param>
public sealed record HostPicture(PlaneInfo Layout, ReadOnlyMemory<byte> Pixels)
{
    /// <summary>What the selection's pixels are; null for no selection.</summary>
    public PlaneInfo? SelectionLayout { get; init; }

    /// <summary>The selection's pixels.</summary>
    public ReadOnlyMemory<byte> Selection { get; init; }

    /// <summary>What the camera noted.</summary>
    public ImageMetadata? Metadata { get; init; }

    /// <summary>The content's hash as <see cref="ContentHash"/> makes it, where it is known already; null to have it made.</summary>
    public string? Hash { get; init; }

    /// <summary>The ICC profile.</summary>
    public byte[]? Icc { get; init; }
}
