using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Writes what was understood as JSON.</summary>
internal static class WordsJson
{
    // Relaxed: people read it, and no text of it is put into HTML by us.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(WordsResult result)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, Options);
        writer.WriteStartObject();
        writer.WriteNumber("version", RefocusSettings.Version);
        writer.WriteString("language", result.Language);
        writer.WriteStartObject("settings");
        foreach (IGrouping<string, SettingDescription> group in result.Settings.Members.GroupBy(member => member.Group))
        {
            writer.WriteStartObject(group.Key);
            foreach (SettingDescription member in group)
                WriteValue(writer, member.Name, result.Settings[member.Path]!.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("understood");
        foreach (UnderstoodWords words in result.Understood)
        {
            WriteStretch(writer, words.Text, words.Start, words.Length);
            WriteTexts(writer, "members", words.Members);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("ignored");
        foreach (IgnoredWords words in result.Ignored)
        {
            WriteStretch(writer, words.Text, words.Start, words.Length);
            writer.WriteString("reason", words.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "explanation", result.Explanation);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteStretch(Utf8JsonWriter writer, string text, int start, int length)
    {
        writer.WriteStartObject();
        writer.WriteString("text", text);
        writer.WriteNumber("start", start);
        writer.WriteNumber("length", length);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, SettingValue value)
    {
        switch (value.Kind)
        {
            case SettingValueKind.Number:
                writer.WriteNumber(name, value.Number);
                break;
            case SettingValueKind.Integer:
                writer.WriteNumber(name, value.Integer);
                break;
            default:
                writer.WriteString(name, value.Text);
                break;
        }
    }
}
