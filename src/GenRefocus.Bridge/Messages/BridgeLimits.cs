using GenRefocus.Settings;

namespace GenRefocus.Bridge;

/// <summary>What a client may ask for; more is refused before memory is taken.</summary>
public sealed record BridgeLimits
{
    /// <summary>Pixels of an image.</summary>
    public long Pixels { get; init; } = 256L << 20;

    /// <summary>Open images of a client.</summary>
    public int OpenImages { get; init; } = 64;

    /// <summary>Requests in flight of a client.</summary>
    public int Requests { get; init; } = 8;

    /// <summary>Bytes of all planes of a client.</summary>
    public long PlaneBytes { get; init; } = 8L << 30;

    /// <summary>Bytes of an ICC profile.</summary>
    public int IccBytes { get; init; } = 512 << 10;

    /// <summary>Bytes of a picture of the aperture that settings embed.</summary>
    public int ApertureBytes { get; init; } = 512 << 10;

    /// <summary>Characters of the words of <c>prompt</c>, in UTF-16.</summary>
    public int PromptLength { get; init; } = RefocusSettings.MaxPromptLength;

    /// <summary>How long a request waits for the next chunk of a plane.</summary>
    public int UploadSilenceSeconds { get; init; } = 10;
}
