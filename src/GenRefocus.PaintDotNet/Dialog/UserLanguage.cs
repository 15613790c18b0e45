using System.Globalization;
using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>The language that Paint.NET shows itself in.</summary>
internal static class UserLanguage
{
    private const string SimplifiedChinese = "zh-Hans";

    private static readonly string[] Languages = ["de", "en", "es", "fr", "ja", "ko"];
    private static readonly string[] Traditional = ["zh-Hant", "zh-TW", "zh-HK", "zh-MO"];

    /// <summary>One of the languages that there are texts in; English where there are none.</summary>
    public static string Current => Of(CultureInfo.CurrentUICulture.Name);

    private static string Of(string culture)
    {
        if (culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
            return Array.Exists(Traditional, name => culture.StartsWith(name, StringComparison.OrdinalIgnoreCase)) ? SettingTexts.DefaultLanguage : SimplifiedChinese;
        string language = culture.Split('-')[0].ToLowerInvariant();
        return Array.IndexOf(Languages, language) >= 0 ? language : SettingTexts.DefaultLanguage;
    }
}
