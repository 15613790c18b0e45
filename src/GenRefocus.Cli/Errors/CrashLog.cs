using System.Globalization;

namespace GenRefocus.Cli;

/// <summary>Keeps what the user need not see but a developer wants: the stack of an error that nobody foresaw.</summary>
internal static class CrashLog
{
    /// <summary>Appends an error to the log.</summary>
    /// <param name="path">The log.</param>
    /// <param name="error">The error.</param>
    /// <returns>Whether it could be written.</returns>
    public static bool TryAppend(string path, Exception error)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            string time = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            File.AppendAllText(path, $"{time} genrefocus {ProductVersion.Text}\n{error}\n\n");
            return true;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
