namespace GenRefocus.Settings;

/// <summary>The kinds of members, each of which asks for its own kind of control.</summary>
public enum SettingKind
{
    /// <summary>A number in a range: a slider.</summary>
    Number,

    /// <summary>A whole number in a range: a slider with steps, or a field when the range is wide.</summary>
    Integer,

    /// <summary>One of several words: a list.</summary>
    Choice,

    /// <summary>What is sharp: a click into the picture, or a field for <see cref="FocusTarget"/>'s grammar.</summary>
    FocusTarget,

    /// <summary>The path of a file, or a word that stands for one: a field with a button that opens a file dialog.</summary>
    Path,

    /// <summary>Free text.</summary>
    Text,
}
