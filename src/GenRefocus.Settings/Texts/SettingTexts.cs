using System.Text.Json;

namespace GenRefocus.Settings;

/// <summary>
/// Titles and help of all members in one language. A language is one file <c>Texts/LANGUAGE.json</c> of keys and texts: <c>focus.range</c> for a title,
/// <c>focus.range.help</c>, <c>aperture.shape.disc</c> for a choice, <c>group.focus</c>, <c>feature.swirl</c>. A text that is missing is shown in English.
/// </summary>
public sealed class SettingTexts
{
    /// <summary>The language that has every text.</summary>
    public const string DefaultLanguage = "en";

    private const string ResourcePrefix = "GenRefocus.Settings.Texts.";
    private const string ResourceSuffix = ".json";

    private static readonly Lazy<SettingTexts> LazyEnglish = new(() => Load(DefaultLanguage));

    private readonly Dictionary<string, string> _texts;

    private SettingTexts(string language, Dictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
    }

    /// <summary>The English texts.</summary>
    public static SettingTexts English => LazyEnglish.Value;

    /// <summary>The languages that there are, as <c>en</c>.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. typeof(SettingTexts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal) && name.EndsWith(ResourceSuffix, StringComparison.Ordinal))
            .Select(name => name[ResourcePrefix.Length..^ResourceSuffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The language.</summary>
    public string Language { get; }

    /// <summary>The texts of a language.</summary>
    /// <param name="language">One of <see cref="Languages"/>.</param>
    /// <returns>The texts; English ones for a language that there is not.</returns>
    public static SettingTexts ForLanguage(string language) =>
        language != DefaultLanguage && Languages.Contains(language) ? Load(language) : English;

    /// <summary>A member's title, one to three words.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The title.</returns>
    public string Title(SettingDescription member) => Get(member.Path);

    /// <summary>A member's help, one or two sentences.</summary>
    /// <param name="member">The member.</param>
    /// <returns>The help.</returns>
    public string Help(SettingDescription member) => Get($"{member.Path}.help");

    /// <summary>The title of a choice.</summary>
    /// <param name="member">The member.</param>
    /// <param name="choice">One of its choices.</param>
    /// <returns>The title.</returns>
    public string Choice(ChoiceSetting member, string choice) => Get($"{member.Path}.{choice}");

    /// <summary>The title of a group.</summary>
    /// <param name="group">One of <see cref="SettingsCatalog.Groups"/>.</param>
    /// <returns>The title.</returns>
    public string Group(string group) => Get($"group.{group}");

    /// <summary>The name of a stage that may be missing, to stand within a sentence.</summary>
    /// <param name="feature">One stage.</param>
    /// <returns>The name.</returns>
    public string Feature(RefocusFeatures feature) => Get($"feature.{SettingSpelling.Of(feature)}");

    /// <summary>Keys that this language lacks, and keys that mean nothing: both empty in a complete language.</summary>
    /// <returns>Missing and superfluous keys.</returns>
    public (IReadOnlyList<string> Missing, IReadOnlyList<string> Superfluous) Compare()
    {
        HashSet<string> wanted = [.. Keys()];
        return ([.. wanted.Where(key => !_texts.ContainsKey(key))], [.. _texts.Keys.Where(key => !wanted.Contains(key))]);
    }

    private static IEnumerable<string> Keys()
    {
        foreach (string group in SettingsCatalog.Groups)
            yield return $"group.{group}";

        foreach (SettingDescription member in SettingsCatalog.All)
        {
            yield return member.Path;
            yield return $"{member.Path}.help";
            if (member is not ChoiceSetting choices)
                continue;

            foreach (string choice in choices.Choices)
                yield return $"{member.Path}.{choice}";
        }

        foreach (RefocusFeatures feature in Enum.GetValues<RefocusFeatures>())
        {
            if (feature != RefocusFeatures.None)
                yield return $"feature.{SettingSpelling.Of(feature)}";
        }
    }

    private static SettingTexts Load(string language)
    {
        string resource = ResourcePrefix + language + ResourceSuffix;
        using Stream stream = typeof(SettingTexts).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return new(language, document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal));
    }

    private string Get(string key)
    {
        if (_texts.TryGetValue(key, out string? text))
            return text;
        return Language == DefaultLanguage ? throw new ArgumentException($"There is no text for {key}.", nameof(key)) : English.Get(key);
    }
}
