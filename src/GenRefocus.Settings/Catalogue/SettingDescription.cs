namespace GenRefocus.Settings;

/// <summary>
/// One member, described once: from this the command line makes its flags, hosts make their controls, and files are read, checked and written.
/// Titles and help are in <see cref="SettingTexts"/>, under <see cref="Path"/>.
/// </summary>
public abstract class SettingDescription
{
    private protected SettingDescription(string path, string flag, SettingKind kind)
    {
        Path = path;
        Flag = flag;
        Kind = kind;
        int dot = path.IndexOf('.', StringComparison.Ordinal);
        Group = dot < 0 ? "" : path[..dot];
        Name = path[(dot + 1)..];
    }

    /// <summary>Group and name, as <c>focus.range</c>; a member outside the groups has its name alone.</summary>
    public string Path { get; }

    /// <summary>The JSON object that holds the member, as <c>focus</c>; empty when it stands at the top.</summary>
    public string Group { get; }

    /// <summary>The JSON name within the group.</summary>
    public string Name { get; }

    /// <summary>The flag of the command line, as <c>--focus-range</c>.</summary>
    public string Flag { get; }

    /// <summary>The kind of control.</summary>
    public SettingKind Kind { get; }

    /// <summary>The symbol of the unit: <c>°</c>, <c>m</c>, <c>px</c>; empty for a plain number, a share or a word.</summary>
    public string Unit { get; internal init; } = "";

    /// <summary>The value when nothing is said; <see langword="null"/> when the member is then absent, because the default depends on other members
    /// (<see cref="EffectiveDefault"/>) or because there is none.</summary>
    public SettingValue? Default { get; internal init; }

    /// <summary>The value that switches the member's stage off; <see langword="null"/> when there is no such value.</summary>
    public SettingValue? Neutral { get; internal init; }

    /// <summary>
    /// The stage without which the member has no effect: it then accepts nothing but <see cref="Default"/> and <see cref="Neutral"/>, and a host may hide its control.
    /// </summary>
    public RefocusFeatures Stage { get; internal init; }

    /// <summary>What is allowed, in words: <c>0 to 1</c>, <c>auto, on or off</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>The default under other settings; <see langword="null"/> when the member is absent without a replacement.</summary>
    internal Func<RefocusSettings, SettingValue?>? DependentDefault { get; init; }

    /// <summary>What a single value needs beyond <see cref="Stage"/>; <see langword="null"/> when none needs anything.</summary>
    internal Func<SettingValue, RefocusFeatures>? Needs { get; init; }

    /// <summary>Reads what the command line allows beyond the value itself; <see langword="null"/> when the text is nothing special.</summary>
    internal Func<string, SettingsPatch?>? FlagSugar { get; init; }

    /// <summary>The value in force when the member is absent, which a host shows on its control.</summary>
    /// <param name="settings">The settings of which the member is a part.</param>
    /// <returns>The value; <see langword="null"/> when there is none.</returns>
    public SettingValue? EffectiveDefault(RefocusSettings settings) => DependentDefault is null ? Default : DependentDefault(settings);

    /// <summary>The stages that a value needs, beside its default and neutral value, which need none.</summary>
    /// <param name="value">A value that <see cref="Check"/> accepts.</param>
    /// <returns>The stages.</returns>
    public RefocusFeatures FeaturesOf(SettingValue value) => Stage | (Needs?.Invoke(value) ?? RefocusFeatures.None);

    /// <summary>The member's value.</summary>
    /// <param name="settings">The settings to read.</param>
    /// <returns>The value; <see langword="null"/> when it is absent.</returns>
    public abstract SettingValue? Get(RefocusSettings settings);

    /// <summary>Settings in which the member has another value.</summary>
    /// <param name="settings">The settings to start from.</param>
    /// <param name="value">A value that <see cref="Check"/> accepts.</param>
    /// <returns>The changed settings.</returns>
    /// <exception cref="SettingsException">The value is not allowed.</exception>
    public RefocusSettings Set(RefocusSettings settings, SettingValue value) => SetChecked(settings, Check(value));

    /// <summary>Checks a value and gives its canonical form: whole numbers of a number member become numbers, a focus target gets its canonical text.</summary>
    /// <param name="value">The value, as it came from a file or a host.</param>
    /// <returns>The value to store.</returns>
    /// <exception cref="SettingsException">The value is not allowed; the message names the member, the value and what is allowed.</exception>
    public abstract SettingValue Check(SettingValue value);

    /// <summary>Reads the text behind the member's flag.</summary>
    /// <param name="text">The text, with a decimal point in every locale.</param>
    /// <returns>The members that the text sets, usually one.</returns>
    /// <exception cref="SettingsException">The text is not understood or the value is not allowed.</exception>
    public SettingsPatch ParseFlag(string text) => FlagSugar?.Invoke(text) ?? SettingsPatch.Empty.With(this, ParseText(text));

    /// <summary>The value that a flag's text stands for, not yet checked.</summary>
    private protected abstract SettingValue ParseText(string text);

    /// <summary>Stores a value that went through <see cref="Check"/>.</summary>
    private protected abstract RefocusSettings SetChecked(RefocusSettings settings, SettingValue value);

    /// <summary>Refuses a value.</summary>
    private protected SettingsException Refuse(string shown, string problem) => new(Path, $"{ErrorText.Shorten(shown)} {problem}");
}
