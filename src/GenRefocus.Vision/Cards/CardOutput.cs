namespace GenRefocus.Vision;

/// <summary>What a network returns: one plane, H × W with any number of leading ones in its shape.</summary>
public sealed record CardOutput
{
    /// <summary>The output's name in the graph.</summary>
    public required string Name { get; init; }

    /// <summary>What its values mean.</summary>
    public required CardMeaning Meaning { get; init; }
}
