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

    /// <summary>Whether it asks for less of a look, as <c>not too harsh</c>.</summary>
    public bool IsLess { get; init; }

    /// <summary>Whether it says nothing but that what stands before it is to be weak, as <c>just not too strong</c>; beside no look it is about the blur.</summary>
    public bool Tempers { get; init; }

    /// <summary>Whether it asks for blur in one part of the picture, so that what was said to be sharp everywhere is not.</summary>
    public bool BlursPart { get; init; }

    /// <summary>Whether it means something only after everything was said to be sharp, as a blurred background.</summary>
    public bool NeedsSharp { get; init; }

    /// <summary>The focal length that was named; <see langword="null"/> unless the statement is one.</summary>
    public double? FocalLength { get; init; }
}
