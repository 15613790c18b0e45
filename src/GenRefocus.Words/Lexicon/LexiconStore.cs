using System.Collections.Concurrent;
using System.Text.Json;

namespace GenRefocus.Words;

/// <summary>
/// Reads the embedded lexicons. A lexicon is one JSON object: <c>terms</c> maps a kind, or a kind and an id as <c>row:soft</c>, to phrases; <c>texts</c> maps keys to
/// sentences; <c>compounds</c> and
/// <c>adjectivesFollow</c> say how the language builds words and phrases.
/// </summary>
internal static class LexiconStore
{
    private const string Prefix = "GenRefocus.Words.Lexicons.";
    private const string SharedName = "shared";

    private static readonly ConcurrentDictionary<string, Lexicon> Loaded = new(StringComparer.Ordinal);

    /// <summary>Names and words that every language uses.</summary>
    public static Lexicon Shared => Get(SharedName);

    /// <summary>The lexicon of a language.</summary>
    /// <param name="language">One of <see cref="WordsLanguages.All"/>.</param>
    /// <returns>The lexicon.</returns>
    public static Lexicon Get(string language) => Loaded.GetOrAdd(language, Load);

    /// <summary>Opens an embedded file.</summary>
    /// <param name="name">Its name without ending.</param>
    /// <returns>The document, for the caller to dispose of.</returns>
    public static JsonDocument Open(string name)
    {
        string resource = $"{Prefix}{name}.json";
        using Stream stream = typeof(LexiconStore).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        return JsonDocument.Parse(stream);
    }

    private static Lexicon Load(string language)
    {
        using JsonDocument document = Open(language);
        JsonElement root = document.RootElement;
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        if (root.TryGetProperty("texts", out JsonElement entries))
        {
            foreach (JsonProperty text in entries.EnumerateObject())
                texts.Add(text.Name, text.Value.GetString()!);
        }

        List<Pattern> patterns = [];
        foreach (JsonProperty group in root.GetProperty("terms").EnumerateObject())
        {
            int colon = group.Name.IndexOf(':', StringComparison.Ordinal);
            string kind = colon < 0 ? group.Name : group.Name[..colon];
            Term term = new(Enum.Parse<TermKind>(kind, ignoreCase: true), colon < 0 ? "" : group.Name[(colon + 1)..]);
            foreach (JsonElement phrase in group.Value.EnumerateArray())
            {
                foreach (string spelling in Spellings(phrase.GetString()!))
                    patterns.Add(new(NormalizedText.Of(spelling).Text, term));
            }
        }

        return new(language, IsSet(root, "compounds"), IsSet(root, "adjectivesFollow"), patterns, texts);
    }

    private static bool IsSet(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement flag) && flag.GetBoolean();

    // Where a keyboard has no umlauts, German is written with an e behind the vowel.
    private static IEnumerable<string> Spellings(string phrase)
    {
        yield return phrase;
        string plain = phrase.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
        if (plain != phrase)
            yield return plain;
    }
}
