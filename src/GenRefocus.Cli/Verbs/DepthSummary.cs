namespace GenRefocus.Cli;

/// <summary>What <c>depth --json</c> prints.</summary>
internal sealed record DepthSummary
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary><c>model</c> or <c>file</c>.</summary>
    public required string Source { get; init; }

    /// <summary><c>relative</c> or <c>dioptres</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What the written numbers are: <c>disparity</c>, <c>millimetres</c> or <c>colours</c>.</summary>
    public required string Values { get; init; }

    public required bool EdgesRepaired { get; init; }

    public string? Model { get; init; }

    public string? ModelSha256 { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }
}
