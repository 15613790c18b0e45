using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>The files that settings name, which an output must not replace.</summary>
internal static class SettingFiles
{
    /// <summary>Lists them.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="settingsFile">The file that settings were read from, if any.</param>
    /// <returns>Paths; the files may be missing.</returns>
    public static IEnumerable<string> Of(RefocusSettings settings, string? settingsFile)
    {
        if (settingsFile is not null)
            yield return settingsFile;
        if (settings.Depth.IsImported)
            yield return settings.Depth.Source;
        if (settings.Depth.IsModelFile)
            yield return settings.Depth.Model;
        if (settings.Aperture.Image is { } image && !ApertureImage.IsEmbedded(image))
            yield return image;
    }
}
