namespace GenRefocus.Cli;

/// <summary>Reads which pictures an evaluation takes.</summary>
internal static class PictureList
{
    private const int MaxBytes = 1 << 20;
    private const string Header = "photo,class";

    /// <summary>Reads the list.</summary>
    /// <param name="path">A text file of lines NAME or NAME,CLASS; empty ones and those that begin with # are passed over, and so is the line <c>photo,class</c>.</param>
    /// <returns>Names and classes in the file's order; a class that is not given is empty.</returns>
    /// <exception cref="CliException">The file cannot be read or names nothing.</exception>
    public static IReadOnlyList<(string Name, string Class)> Read(string path)
    {
        string[] lines;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new CliException(ExitCode.InputUnreadable, $"{path}: a list of pictures has {MaxBytes / 1024} KB at most");
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{path}: the list of pictures cannot be read: {e.Message}");
        }

        (string, string)[] entries =
        [
            .. lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#') && line != Header).Select(Split),
        ];
        return entries.Length > 0 ? entries : throw new CliException(ExitCode.InputUnreadable, $"{path}: the list names no picture");
    }

    private static (string Name, string Class) Split(string line)
    {
        int comma = line.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? (line, "") : (line[..comma].TrimEnd(), line[(comma + 1)..].TrimStart());
    }
}
