using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenRefocus.Settings;

/// <summary>Writes a settings file as the catalogue describes it.</summary>
internal static class SettingsJsonWriter
{
    // Relaxed: the file is read by people too, and no text of it is put into HTML by us.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(SettingsDocument document)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, Options);
        writer.WriteStartObject();
        writer.WriteNumber("version", RefocusSettings.Version);
        WriteText(writer, "name", document.Name);
        WriteText(writer, "title", document.Title);
        WriteText(writer, "notes", document.Notes);
        string group = "";
        foreach (SettingDescription member in document.Patch.Members)
        {
            if (member.Group != group)
            {
                if (group.Length > 0)
                    writer.WriteEndObject();
                if (member.Group.Length > 0)
                    writer.WriteStartObject(member.Group);
                group = member.Group;
            }

            WriteValue(writer, member, document.Patch[member.Path]!.Value);
        }

        if (group.Length > 0)
            writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, SettingDescription member, SettingValue value)
    {
        if (member.Kind == SettingKind.FocusTarget)
            SettingsJsonReader.CheckPortable(FocusTarget.Parse(value.Text));

        switch (value.Kind)
        {
            case SettingValueKind.Number:
                writer.WriteNumber(member.Name, value.Number);
                break;
            case SettingValueKind.Integer:
                writer.WriteNumber(member.Name, value.Integer);
                break;
            default:
                writer.WriteString(member.Name, value.Text);
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }
}
