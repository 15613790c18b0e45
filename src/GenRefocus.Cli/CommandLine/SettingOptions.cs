using System.CommandLine;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>The flags of settings, made from the catalogue.</summary>
internal sealed class SettingOptions
{
    // Texts, because the library reads numbers by the machine's culture, 0.5 as 5 under a German one; ours have a decimal point everywhere.
    private readonly List<(SettingDescription Member, Option<string> Option)> _options = [];

    /// <summary>Makes the flags of some members.</summary>
    /// <param name="members">The members.</param>
    public SettingOptions(IEnumerable<SettingDescription> members)
    {
        SettingTexts texts = SettingTexts.English;
        foreach (SettingDescription member in members)
            _options.Add((member, new(member.Flag) { HelpName = ValueName(member), Description = Describe(member, texts) }));
    }

    /// <summary>Adds the flags to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        foreach ((_, Option<string> option) in _options)
            command.Add(option);
    }

    /// <summary>Reads the flags that were given.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <returns>What they say.</returns>
    /// <exception cref="SettingsException">A value is not allowed, or two flags contradict each other.</exception>
    public SettingsPatch Read(ParseResult parsed)
    {
        SettingsPatch patch = SettingsPatch.Empty;
        foreach ((SettingDescription member, Option<string> option) in _options)
        {
            if (parsed.GetValue(option) is { } text)
                patch = SettingsFlags.Add(patch, member, text);
        }

        return patch;
    }

    private static string ValueName(SettingDescription member) => member switch
    {
        ChoiceSetting choice => string.Join('|', choice.Choices),
        NumberSetting number => $"{number.Prefix}number",
        IntegerSetting => "number",
        FocusTargetSetting => "target",
        _ => member.Kind == SettingKind.Path ? "path" : "text",
    };

    private static string Describe(SettingDescription member, SettingTexts texts)
    {
        List<string> notes = [];
        if (member is NumberSetting or IntegerSetting)
            notes.Add($"{member.Allowed}{(member.Unit.Length > 0 ? $" {member.Unit}" : "")}");
        if (member.Default is { } usual)
            notes.Add($"default {usual}");
        if ((member.Stage & ~RefocusPipeline.Features) != RefocusFeatures.None)
            notes.Add("not there yet");
        return notes.Count == 0 ? texts.Help(member) : $"{texts.Help(member)} [{string.Join("; ", notes)}]";
    }
}
