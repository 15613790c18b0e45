using System.Text;
using System.Text.Json;

namespace GenRefocus.Settings;

/// <summary>Reads a settings file as the catalogue describes it.</summary>
internal static class SettingsJsonReader
{
    /// <summary>What is said of a file that is too long.</summary>
    public const string TooLong = "is larger than 16 MiB, which no settings file is";

    // The document, a group, and a level more, so that a value of the wrong kind is refused by its member's name.
    private const int MaxDepth = 8;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static SettingsDocument Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > SettingsDocument.MaxFileSize)
            throw new SettingsException("", $"the text {TooLong}");
        if (utf8.StartsWith(ByteOrderMark))
            utf8 = utf8[ByteOrderMark.Length..];

        try
        {
            Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            SettingsDocument document = ReadDocument(ref reader);
            reader.Read();
            return document;
        }
        catch (JsonException wrong)
        {
            throw new SettingsException("", $"this is not valid JSON (line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1})");
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that an escaped text is no valid Unicode.
            throw new SettingsException("", "this is not valid JSON: a text holds half a surrogate pair or other invalid Unicode");
        }
    }

    private static SettingsDocument ReadDocument(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SettingsException("", "a settings file is one JSON object, in braces");

        SettingsDocument document = new(SettingsPatch.Empty);
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (NextName(ref reader, "", seen) is { } name)
        {
            document = name switch
            {
                "version" => CheckVersion(ref reader, document),
                "name" => document with { Name = ReadText(ref reader, name, SettingsDocument.MaxNameLength) },
                "title" => document with { Title = ReadText(ref reader, name, SettingsDocument.MaxTitleLength) },
                "notes" => document with { Notes = ReadText(ref reader, name, SettingsDocument.MaxNotesLength) },
                _ when SettingsCatalog.Groups.Contains(name) => document with { Patch = ReadGroup(ref reader, name, document.Patch) },
                _ => document with { Patch = ReadMember(ref reader, "", name, document.Patch) },
            };
        }

        return document;
    }

    private static SettingsPatch ReadGroup(ref Utf8JsonReader reader, string group, SettingsPatch patch)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SettingsException(group, "is a group of settings, in braces");

        HashSet<string> seen = new(StringComparer.Ordinal);
        while (NextName(ref reader, group, seen) is { } name)
            patch = ReadMember(ref reader, group, name, patch);
        return patch;
    }

    private static SettingsPatch ReadMember(ref Utf8JsonReader reader, string group, string name, SettingsPatch patch)
    {
        string path = group.Length == 0 ? name : $"{group}.{name}";

        // A member's path as the name of one at the top is no member: its place is in its group.
        SettingDescription? member = SettingsCatalog.Find(path);
        if (member is null || member.Group != group)
            throw new SettingsException(ErrorText.Shorten(path), "is not a setting");

        SettingValue value = reader.TokenType switch
        {
            JsonTokenType.String => SettingValue.FromText(reader.GetString()!),
            JsonTokenType.Number when reader.TryGetInt64(out long integer) => SettingValue.FromInteger(integer),
            JsonTokenType.Number => SettingValue.FromNumber(ReadNumber(ref reader, member)),
            JsonTokenType.Null => throw new SettingsException(path, "is null; leave a member out to keep its default"),
            _ => throw new SettingsException(path, $"is neither a number nor a text; {member.Allowed} is allowed"),
        };
        if (member.Kind == SettingKind.FocusTarget && value.Kind == SettingValueKind.Text && FocusTarget.TryParse(value.Text, out FocusTarget? target))
            CheckPortable(target);
        return patch.With(member, value);
    }

    /// <summary>Refuses a point in pixels: a file is used for pictures of any size.</summary>
    public static void CheckPortable(FocusTarget target)
    {
        if (target is { Kind: FocusTargetKind.Point, Unit: PositionUnit.Pixels })
            throw FocusTarget.Refuse(target.ToString(), "is a point in pixels; in a settings file a point is in per cent of the width and height, as 37.5%,62.25%");
    }

    private static double ReadNumber(ref Utf8JsonReader reader, SettingDescription member) =>
        reader.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new SettingsException(member.Path, $"{ErrorText.Shorten(Encoding.UTF8.GetString(reader.ValueSpan))} is out of range; {member.Allowed} is allowed");

    private static SettingsDocument CheckVersion(ref Utf8JsonReader reader, SettingsDocument document)
    {
        bool known = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long version) && version == RefocusSettings.Version;
        return known ? document : throw new SettingsException("version", $"this program reads version {RefocusSettings.Version} of settings; a newer program may have written the file");
    }

    private static string ReadText(ref Utf8JsonReader reader, string name, int maxLength)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new SettingsException(name, "is no text");

        string text = reader.GetString()!;
        return text.Length <= maxLength
            ? text
            : throw new SettingsException(name, $"has {InvariantNumber.Format(text.Length)} characters; at most {InvariantNumber.Format(maxLength)} are allowed");
    }

    // The next member's name, the reader then standing on its value; null at the end of the object.
    private static string? NextName(ref Utf8JsonReader reader, string group, HashSet<string> seen)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
            return null;

        string name = reader.GetString()!;
        if (!seen.Add(name))
            throw new SettingsException(ErrorText.Shorten(group.Length == 0 ? name : $"{group}.{name}"), "is given twice");

        reader.Read();
        return name;
    }
}
