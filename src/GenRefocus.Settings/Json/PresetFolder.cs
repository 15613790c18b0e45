namespace GenRefocus.Settings;

/// <summary>A folder of presets, one file <c>NAME.json</c> each.</summary>
/// <param name="folder">The folder, which need not exist.</param>
public sealed class PresetFolder(string folder)
{
    private const string Extension = ".json";

    /// <summary>The names of the presets, in order. Files whose name is no preset's are passed over.</summary>
    /// <returns>The names; none when the folder does not exist.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public IReadOnlyList<string> Names() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, $"*{Extension}").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(Preset.IsName).Order(StringComparer.Ordinal)];

    /// <summary>Reads a preset.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The preset.</returns>
    /// <exception cref="SettingsException">There is no such preset, or its file is refused.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public Preset Load(string name)
    {
        if (!Preset.IsName(name))
            throw new SettingsException("preset", $"\"{name}\" is no preset's name, which is 1 to {SettingsDocument.MaxNameLength} of the characters a-z, 0-9 and hyphen");

        string path = Path.Combine(folder, name + Extension);
        if (!File.Exists(path))
        {
            IReadOnlyList<string> names = Names();
            string known = names.Count == 0 ? $"{folder} holds none" : $"there are {string.Join(", ", names)}";
            throw new SettingsException("preset", $"\"{name}\" is not there; {known}");
        }

        SettingsDocument document = SettingsDocument.Load(path);
        try
        {
            Preset preset = Preset.FromDocument(document);
            return preset.Name == name ? preset : throw new SettingsException("name", $"\"{preset.Name}\" is not the name of the file");
        }
        catch (SettingsException refused)
        {
            throw new SettingsException(path, refused.Message);
        }
    }
}
