using System.Text;
using System.Text.Json;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Settings as they are kept in a report and in a picture.</summary>
internal static class PortableSettings
{
    /// <summary>All members that have a value; a point in pixels becomes per cent.</summary>
    public static SettingsPatch Complete(RefocusSettings settings, int width, int height) =>
        SettingsPatch.Complete(settings with { Focus = settings.Focus with { Target = settings.Focus.Target.InPercent(width, height) } });

    /// <summary>A settings file's content.</summary>
    public static JsonElement ToJson(SettingsPatch patch)
    {
        using JsonDocument document = JsonDocument.Parse(new SettingsDocument(patch).ToUtf8());
        return document.RootElement.Clone();
    }

    /// <summary>A settings file's content on one line, with file names in the place of paths and without embedded pictures.</summary>
    public static string ToText(SettingsPatch patch)
    {
        foreach (string path in (string[])[SettingPaths.DepthSource, SettingPaths.DepthModel, SettingPaths.DepthEdits, SettingPaths.EnginePack])
            patch = WithName(patch, path);
        if (patch[SettingPaths.ApertureImage] is { } image)
            patch = ApertureImage.IsEmbedded(image.Text) ? WithoutPicture(patch) : WithName(patch, SettingPaths.ApertureImage);

        using MemoryStream line = new();
        using (Utf8JsonWriter writer = new(line))
            ToJson(patch).WriteTo(writer);
        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static SettingsPatch WithName(SettingsPatch patch, string path) =>
        patch[path] is { } value && Path.GetFileName(value.Text) is { Length: > 0 } name ? patch.With(path, SettingValue.FromText(name)) : patch;

    // An embedded picture may be larger than the 64 KB that a JPEG has for its whole XMP packet; without it the shape would be refused.
    private static SettingsPatch WithoutPicture(SettingsPatch patch) => patch.Without(SettingPaths.ApertureImage).Without(SettingPaths.ApertureShape);
}
