namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>prompt</c>.</summary>
/// <param name="Text">Words about the blur.</param>
public sealed record PromptParams(string Text)
{
    /// <summary>Their language; null to have it found.</summary>
    public string? Language { get; init; }
}
