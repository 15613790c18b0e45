namespace GenRefocus.Settings;

/// <summary>Where the depth of the picture comes from.</summary>
public sealed record DepthSettings
{
    /// <summary>The value of <see cref="Source"/> for which the network estimates the depth; the default.</summary>
    public const string ModelSource = "model";

    /// <summary>The value of <see cref="Model"/> for which the best installed network is taken; the default.</summary>
    public const string AutoModel = "auto";

    /// <summary>The default of <see cref="Kind"/>.</summary>
    public const DepthKind DefaultKind = DepthKind.Auto;

    /// <summary>The default of <see cref="Edges"/>.</summary>
    public const DepthEdges DefaultEdges = DepthEdges.Snap;

    /// <summary>Path of a depth picture, or <see cref="ModelSource"/>.</summary>
    public string Source { get; init; } = ModelSource;

    /// <summary>What the values of a depth picture mean.</summary>
    public DepthKind Kind { get; init; } = DefaultKind;

    /// <summary><see cref="AutoModel"/>, the id of a catalogue entry, or the path of a network ending in <c>.onnx</c>.</summary>
    public string Model { get; init; } = AutoModel;

    /// <summary>Whether the edges of the depth are moved onto the picture's.</summary>
    public DepthEdges Edges { get; init; } = DefaultEdges;

    /// <summary>Path of a file of strokes that correct the depth; <see langword="null"/> for none.</summary>
    public string? Edits { get; init; }

    /// <summary>Whether <see cref="Source"/> names a file.</summary>
    public bool IsImported => Source != ModelSource;

    /// <summary>Whether <see cref="Model"/> names a network's file.</summary>
    public bool IsModelFile => Model.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);
}
