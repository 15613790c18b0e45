using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>What was understood of a text.</summary>
public sealed record WordsResult
{
    /// <summary>The language in which it was read, one of <see cref="WordsLanguages.All"/>.</summary>
    public required string Language { get; init; }

    /// <summary>What it says, to be laid under what flags say.</summary>
    public required SettingsPatch Settings { get; init; }

    /// <summary>The stretches that mean something, in the order of the text.</summary>
    public required IReadOnlyList<UnderstoodWords> Understood { get; init; }

    /// <summary>The stretches that were not understood or cannot be done, in the order of the text.</summary>
    public required IReadOnlyList<IgnoredWords> Ignored { get; init; }

    /// <summary>A sentence for each member that is set, and what else the user should know, in <see cref="Language"/>.</summary>
    public required IReadOnlyList<string> Explanation { get; init; }

    /// <summary>The result as JSON, indented, without a byte order mark.</summary>
    /// <returns>UTF-8.</returns>
    public byte[] ToUtf8Json() => WordsJson.Write(this);
}
