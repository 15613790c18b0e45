using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>One thing that a text says.</summary>
/// <param name="Start">Its first character in the normalised text.</param>
/// <param name="End">The character behind its last.</param>
/// <param name="Patch">What it sets; of a negation, what it leaves out.</param>
internal sealed record Statement(int Start, int End, SettingsPatch Patch)
{
    /// <summary>The row of the table that it names; empty for none.</summary>
    public string Row { get; init; } = "";

    /// <summary>By how much it was made stronger or weaker; <see langword="null"/> when nothing was said.</summary>
    public double? Factor { get; init; }

    /// <summary>Whether it is a negation.</summary>
    public bool IsNegation { get; init; }

    /// <summary>The focal length that was named; <see langword="null"/> unless the statement is one.</summary>
    public double? FocalLength { get; init; }
}
