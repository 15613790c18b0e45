using System.Text.Json;
using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>The texts of the dialog in one language: those of the settings, and <c>Texts/LANGUAGE.json</c> for what only this dialog has.</summary>
internal sealed class DialogTexts
{
    private const string ResourcePrefix = "GenRefocus.PaintDotNet.Texts.";

    private readonly Dictionary<string, string> _own;

    private DialogTexts(string language)
    {
        Settings = SettingTexts.ForLanguage(language);
        _own = Load(language);
    }

    /// <summary>The texts of the settings.</summary>
    public SettingTexts Settings { get; }

    /// <summary>What the effect does, in two sentences.</summary>
    public string Introduction => _own["introduction"];

    /// <summary>The texts in the language that Paint.NET shows itself in.</summary>
    public static DialogTexts ForUser() => new(UserLanguage.Current);

    /// <summary>The title of a page.</summary>
    public string Tab(DialogTab tab) => Settings.Group(tab.ToString().ToLowerInvariant());

    /// <summary>The title of a control.</summary>
    public string Title(DialogControl control) => control switch
    {
        SettingControl { OwnText: { } key } => _own[key],
        SettingControl setting => Settings.Title(setting.Member),
        SwitchControl tick => Settings.Title(SettingsCatalog.Find(tick.Path)!),
        FocusOnControl => _own["focusOn"],
        _ => _own["focusPoint"],
    };

    /// <summary>What a control does.</summary>
    public string Help(DialogControl control) => control switch
    {
        SettingControl { OwnText: { } key } => _own[$"{key}.help"],
        SettingControl { IsAvailable: false } setting => $"{Settings.Help(setting.Member)} {NotThere(setting.Member.Stage)}",
        SettingControl setting => Settings.Help(setting.Member),
        SwitchControl tick => _own[$"{tick.Path}.help"],
        FocusOnControl => _own["focusOn.help"],
        _ => _own["focusPoint.help"],
    };

    /// <summary>A choice of what to focus on.</summary>
    public string FocusOn(string choice) => _own[$"focusOn.{choice}"];

    /// <summary>Says that a stage is missing.</summary>
    public string NotThere(RefocusFeatures stage) => string.Format(null, _own["notThere"], Settings.Feature(stage));

    /// <summary>What went wrong and what to do.</summary>
    /// <param name="kind"><c>missing</c>, <c>stopped</c>, <c>version</c>, <c>refused</c> or <c>failed</c>.</param>
    public string Error(string kind) => _own[$"error.{kind}"];

    private static Dictionary<string, string> Load(string language)
    {
        using Stream stream = typeof(DialogTexts).Assembly.GetManifestResourceStream($"{ResourcePrefix}{language}.json")
            ?? throw new InvalidOperationException($"The texts of {language} are missing from the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
    }
}
