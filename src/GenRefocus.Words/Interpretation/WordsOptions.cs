namespace GenRefocus.Words;

/// <summary>How words are read.</summary>
public sealed record WordsOptions
{
    /// <summary>The language of the words, one of <see cref="WordsLanguages.All"/>; <see langword="null"/> to find it from the words.</summary>
    public string? Language { get; init; }

    /// <summary>The user's language, taken where the words could be of several: a name that <see cref="WordsLanguages.Find"/> knows, or <see langword="null"/>.</summary>
    public string? Culture { get; init; }

    /// <summary>Whether a model is installed that finds what words name, so that focus on anything can be asked for.</summary>
    public bool HasTextMask { get; init; }
}
