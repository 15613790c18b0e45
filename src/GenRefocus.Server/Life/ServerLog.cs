using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GenRefocus.Server;

/// <summary>A log of one JSON object a line: time, level, event, and what belongs to it. At a size limit it is kept once under another name and begun anew.</summary>
internal sealed class ServerLog(string? path)
{
    private const long MaxBytes = 4 << 20;
    private const string OldSuffix = ".old";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    /// <summary>The log's file; null for none.</summary>
    public string? Path => path;

    /// <summary>What happened.</summary>
    public void Info(string what, params ReadOnlySpan<(string Name, string Value)> details) => Write("info", what, details);

    /// <summary>What should not have happened.</summary>
    public void Error(string what, params ReadOnlySpan<(string Name, string Value)> details) => Write("error", what, details);

    private void Write(string level, string what, ReadOnlySpan<(string Name, string Value)> details)
    {
        if (path is null)
            return;
        using MemoryStream line = new();
        using (Utf8JsonWriter writer = new(line, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("time", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            writer.WriteString("level", level);
            writer.WriteNumber("pid", Environment.ProcessId);
            writer.WriteString("event", what);
            foreach ((string name, string value) in details)
                writer.WriteString(name, value);
            writer.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        try
        {
            lock (_lock)
                Append(path, line.ToArray());
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A full disk must not stop the engine.
        }
    }

    private static void Append(string path, byte[] line)
    {
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        FileInfo file = new(path);
        if (file.Exists && file.Length > MaxBytes)
            file.MoveTo(path + OldSuffix, overwrite: true);
        using FileStream stream = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(line);
    }
}
