using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenRefocus.Cli;

/// <summary>Writes results to standard output, always as UTF-8.</summary>
internal static class StandardOutput
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    /// <summary>Writes bytes.</summary>
    /// <param name="write">Writes them to the stream it is given.</param>
    /// <exception cref="CliException">Nobody reads any more.</exception>
    public static void Write(Action<Stream> write)
    {
        try
        {
            using Stream output = Console.OpenStandardOutput();
            write(output);
            output.Flush();
        }
        catch (IOException closed)
        {
            throw new CliException(ExitCode.OutputNotWritable, $"standard output cannot be written: {closed.Message}", closed);
        }
    }

    /// <summary>Writes text and ends the line.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="CliException">Nobody reads any more.</exception>
    public static void WriteLine(string text) => WriteLine(Encoding.UTF8.GetBytes(text));

    /// <summary>Writes text and ends the line.</summary>
    /// <param name="utf8">The text.</param>
    /// <exception cref="CliException">Nobody reads any more.</exception>
    public static void WriteLine(byte[] utf8) => Write(output =>
    {
        output.Write(utf8);
        output.Write(NewLine);
    });

    /// <summary>Writes a value as JSON and ends the line.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="type">How it is written.</param>
    /// <exception cref="CliException">Nobody reads any more.</exception>
    public static void WriteJson<T>(T value, JsonTypeInfo<T> type) => Write(output =>
    {
        JsonSerializer.Serialize(output, value, type);
        output.Write(NewLine);
    });
}
