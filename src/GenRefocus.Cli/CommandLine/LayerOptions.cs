using System.CommandLine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>The sources of settings beside the flags themselves.</summary>
internal sealed class LayerOptions
{
    private readonly Option<string> _settings = new("--settings") { HelpName = "path", Description = "A settings file (JSON); flags win over it." };

    private readonly Option<string> _preset = new("--preset")
    {
        HelpName = "name",
        Description = $"A preset of yours, NAME.json in {AppFolders.Presets}; settings file and flags win over it.",
    };

    private readonly WordsLanguageOption _language = new();

    /// <summary>Adds the flags to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        command.Add(_settings);
        command.Add(_preset);
        _language.AddTo(command);
    }

    /// <summary>The file of settings, if one is named.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <returns>Its path.</returns>
    public string? SettingsFile(ParseResult parsed) => parsed.GetValue(_settings);

    /// <summary>Lays the sources over each other.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <param name="flags">What the flags of settings say.</param>
    /// <returns>What they say together, and what was understood of words.</returns>
    /// <exception cref="SettingsException">A setting is refused.</exception>
    /// <exception cref="CliException">A file cannot be read, or there is no such language.</exception>
    public (SettingsPatch Settings, PromptLayer Words) Read(ParseResult parsed, SettingsPatch flags)
    {
        SettingsPatch file = parsed.GetValue(_settings) is { } path ? Load(path, () => SettingsDocument.Load(path).Patch) : SettingsPatch.Empty;
        SettingsPatch preset = parsed.GetValue(_preset) is { } name
            ? Load(AppFolders.Presets, () => new PresetFolder(AppFolders.Presets).Load(name).Patch)
            : SettingsPatch.Empty;

        // Words lie right beneath the source that holds them, so that the settings of a picture's history, where a flag had the last word, make it again.
        string? language = _language.Read(parsed);
        PromptLayer words = new[] { flags, file, preset }.Select(source => PromptLayer.Read(source, language)).FirstOrDefault(layer => layer.Report is not null, PromptLayer.None);
        if (flags[SettingPaths.Prompt] is null)
        {
            bool inFile = file[SettingPaths.Prompt] is not null;
            file = inFile ? file.Over(words.Settings) : file;
            preset = inFile ? preset : preset.Over(words.Settings);
        }

        SettingsLayers layers = new() { Flags = flags, Words = flags[SettingPaths.Prompt] is null ? SettingsPatch.Empty : words.Settings, File = file, Preset = preset };
        return (layers.Merge(), words);
    }

    private static SettingsPatch Load(string path, Func<SettingsPatch> load)
    {
        try
        {
            return load();
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{path} does not exist", missing);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{path} {(Directory.Exists(path) ? "is a folder" : "may not be read by you")}", refused);
        }
        catch (IOException unreadable)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{path} cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
