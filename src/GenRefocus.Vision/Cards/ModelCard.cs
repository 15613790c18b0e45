namespace GenRefocus.Vision;

/// <summary>
/// What a network must be told apart from its graph: how a picture becomes its input and what its output means. Stored as JSON beside the ONNX file,
/// <c>NAME.onnx</c> and <c>NAME.card.json</c>; models/README.md describes the members for those who write one.
/// </summary>
public sealed record ModelCard
{
    /// <summary>The only version of the format so far.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the format, <see cref="CurrentVersion"/>.</summary>
    public required int Version { get; init; }

    /// <summary>Short name: 1 to 64 lower-case letters, digits, dots and hyphens. It goes into a picture's history.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Licence of the weights, an SPDX expression where there is one.</summary>
    public required string Licence { get; init; }

    /// <summary>What it is and where it came from; not read by the program.</summary>
    public string? Description { get; init; }

    /// <summary>SHA-256 of the ONNX file, 64 hexadecimal digits; null = not checked.</summary>
    public string? Sha256 { get; init; }

    /// <summary>How a picture becomes the input.</summary>
    public required CardInput Input { get; init; }

    /// <summary>What the output means.</summary>
    public required CardOutput Output { get; init; }

    /// <summary>The further inputs of a diffusion bridge; null for every other network.</summary>
    public CardBridge? Bridge { get; init; }
}
