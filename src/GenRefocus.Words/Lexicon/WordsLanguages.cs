namespace GenRefocus.Words;

/// <summary>The languages in which words are understood.</summary>
public static class WordsLanguages
{
    /// <summary>English, whose looks are understood in every language.</summary>
    public const string English = "en";

    internal const string Japanese = "ja";
    internal const string Korean = "ko";
    internal const string Chinese = "zh-Hans";

    /// <summary>All of them: English, German, Spanish, French, Korean, Japanese, simplified Chinese.</summary>
    public static IReadOnlyList<string> All { get; } = [English, "de", "es", "fr", Korean, Japanese, Chinese];

    internal static IReadOnlyList<string> Alphabetic { get; } = [English, "de", "es", "fr"];

    /// <summary>Finds the language that a name means.</summary>
    /// <param name="name">A name as <c>de</c>, <c>de-AT</c>, <c>zh_CN.UTF-8</c>, in any case.</param>
    /// <returns>One of <see cref="All"/>; <see langword="null"/> when it means none of them.</returns>
    public static string? Find(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;

        string first = name.Trim().Split('-', '_', '.', '@')[0];
        return All.FirstOrDefault(language => language.Split('-')[0].Equals(first, StringComparison.OrdinalIgnoreCase));
    }
}
