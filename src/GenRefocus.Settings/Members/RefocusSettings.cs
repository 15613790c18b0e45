namespace GenRefocus.Settings;

/// <summary>Everything a user can ask of one refocus. The default value changes nothing that was not asked for: automatic focus, f/2, a disc.</summary>
/// <remarks>
/// Built last, from merged patches, by <see cref="SettingsPatch.Build"/>. A record made in code may hold any value;
/// <see cref="SettingsCatalog.Validate"/> checks it against the ranges. A default that depends on another member is stored as <see langword="null"/>.
/// </remarks>
public sealed record RefocusSettings
{
    /// <summary>The version of the vocabulary, written as <c>"version"</c> into every settings file.</summary>
    public const int Version = 1;

    /// <summary>The greatest length of <see cref="Prompt"/> in UTF-16 characters.</summary>
    public const int MaxPromptLength = 2000;

    /// <summary>What is sharp.</summary>
    public FocusSettings Focus { get; init; } = new();

    /// <summary>How much the rest is blurred.</summary>
    public BlurSettings Blur { get; init; } = new();

    /// <summary>The shape and the flaws of the simulated lens.</summary>
    public ApertureSettings Aperture { get; init; } = new();

    /// <summary>How bright lights and grain behave under the blur.</summary>
    public LightSettings Light { get; init; } = new();

    /// <summary>Where the depth of the picture comes from.</summary>
    public DepthSettings Depth { get; init; } = new();

    /// <summary>How blur that is already in the photo is removed first.</summary>
    public DeblurSettings Deblur { get; init; } = new();

    /// <summary>Which engine draws.</summary>
    public EngineSettings Engine { get; init; } = new();

    /// <summary>What is handed back.</summary>
    public OutputSettings Output { get; init; } = new();

    /// <summary>A wish in words, at most <see cref="MaxPromptLength"/> characters; <see langword="null"/> for none.</summary>
    public string? Prompt { get; init; }
}
