namespace GenRefocus.Settings;

/// <summary>A named look: a settings file that has a name and a title and fits any picture.</summary>
public sealed record Preset
{
    private Preset(string name, string title, string notes, SettingsPatch patch)
    {
        Name = name;
        Title = title;
        Notes = notes;
        Patch = patch;
    }

    /// <summary>The name by which it is called: 1 to 40 of the characters a-z, 0-9 and hyphen.</summary>
    public string Name { get; }

    /// <summary>The title that a host shows.</summary>
    public string Title { get; }

    /// <summary>Where the look comes from and what it is for; may be empty.</summary>
    public string Notes { get; }

    /// <summary>The members that it sets; never <c>depth.source</c>, <c>focus.disparity</c> or a path.</summary>
    public SettingsPatch Patch { get; }

    /// <summary>Whether a text may be a preset's name.</summary>
    /// <param name="name">The text.</param>
    /// <returns>Whether it is 1 to 40 of the characters a-z, 0-9 and hyphen.</returns>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= SettingsDocument.MaxNameLength && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Makes a preset of a settings file.</summary>
    /// <param name="document">The file.</param>
    /// <returns>The preset.</returns>
    /// <exception cref="SettingsException">The name or the title is missing, or a member belongs to one picture or one machine.</exception>
    public static Preset FromDocument(SettingsDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Name is not { } name || !IsName(name))
            throw new SettingsException("name", $"a preset needs a name of 1 to {SettingsDocument.MaxNameLength} of the characters a-z, 0-9 and hyphen");
        if (string.IsNullOrWhiteSpace(document.Title))
            throw new SettingsException("title", "a preset needs a title");

        foreach (SettingDescription member in document.Patch.Members)
        {
            if (BelongsToOnePicture(member, document.Patch[member.Path]!.Value))
                throw new SettingsException(member.Path, "belongs to one picture or one machine; a preset cannot hold it");
        }

        return new(name, document.Title, document.Notes ?? "", document.Patch);
    }

    /// <summary>The settings file of this preset.</summary>
    /// <returns>The file, of which <see cref="FromDocument"/> makes the same preset.</returns>
    public SettingsDocument ToDocument() => new(Patch) { Name = Name, Title = Title, Notes = Notes.Length == 0 ? null : Notes };

    private static bool BelongsToOnePicture(SettingDescription member, SettingValue value) => member.Path switch
    {
        SettingPaths.DepthSource or SettingPaths.DepthEdits or SettingPaths.FocusDisparity => true,
        SettingPaths.ApertureImage => !ApertureImage.IsEmbedded(value.Text),
        SettingPaths.DepthModel => new DepthSettings { Model = value.Text }.IsModelFile || value.Text.AsSpan().ContainsAny('/', '\\'),
        SettingPaths.EnginePack => value.Text.AsSpan().ContainsAny('/', '\\'),
        _ => false,
    };
}
