namespace GenRefocus.Settings;

/// <summary>A settings file: a patch, and what a preset adds to it.</summary>
/// <param name="Patch">The members that the file names.</param>
public sealed record SettingsDocument(SettingsPatch Patch)
{
    /// <summary>The greatest size of a file in bytes; large because a picture of the opening may be embedded.</summary>
    public const int MaxFileSize = 16 * 1024 * 1024;

    /// <summary>The greatest length of <see cref="Name"/>.</summary>
    public const int MaxNameLength = 40;

    /// <summary>The greatest length of <see cref="Title"/>.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>The greatest length of <see cref="Notes"/>.</summary>
    public const int MaxNotesLength = 4000;

    /// <summary>The name by which a preset is called; <see langword="null"/> for none.</summary>
    public string? Name { get; init; }

    /// <summary>The title that a host shows; <see langword="null"/> for none.</summary>
    public string? Title { get; init; }

    /// <summary>Where the look comes from and what it is for; <see langword="null"/> for none.</summary>
    public string? Notes { get; init; }

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The JSON, with or without a byte-order mark.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SettingsException">The text is too long or no JSON, names an unknown member or one twice, or a value is not allowed.</exception>
    public static SettingsDocument Parse(ReadOnlySpan<byte> utf8) => SettingsJsonReader.Read(utf8);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SettingsException">The content is refused, see <see cref="Parse"/>; the message names the file.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SettingsDocument Load(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using MemoryStream content = new();
        byte[] block = new byte[64 * 1024];
        for (int count = file.Read(block); count > 0; count = file.Read(block))
        {
            // Counted while reading: a device or a pipe has no length.
            if (content.Length + count > MaxFileSize)
                throw new SettingsException(path, SettingsJsonReader.TooLong);
            content.Write(block, 0, count);
        }

        try
        {
            return Parse(content.GetBuffer().AsSpan(0, (int)content.Length));
        }
        catch (SettingsException refused)
        {
            throw new SettingsException(path, refused.Message);
        }
    }

    /// <summary>Writes the document, indented, as UTF-8 without a byte-order mark, the members in the order of the catalogue.</summary>
    /// <returns>The JSON.</returns>
    /// <exception cref="SettingsException">The focus is a point in pixels, which means nothing in another picture; see <see cref="FocusTarget.InPercent"/>.</exception>
    public byte[] ToUtf8() => SettingsJsonWriter.Write(this);
}
