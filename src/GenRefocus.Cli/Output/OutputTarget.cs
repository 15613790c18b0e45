using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>The place where a picture is written.</summary>
internal sealed record OutputTarget
{
    private OutputTarget(string? path, PictureFormat? format)
    {
        Path = path;
        Format = format;
    }

    /// <summary>The file; <see langword="null"/> for standard output.</summary>
    public string? Path { get; }

    /// <summary>The format; <see langword="null"/> for that of the photo.</summary>
    public PictureFormat? Format { get; }

    /// <summary>Standard output.</summary>
    /// <param name="format">The format; <see langword="null"/> for that of the photo.</param>
    /// <param name="json">Whether the result is to be printed there too.</param>
    /// <returns>The place.</returns>
    /// <exception cref="CliException">Standard output is a terminal, or asked for twice.</exception>
    public static OutputTarget ForStandardOutput(PictureFormat? format, bool json)
    {
        if (json)
            throw new CliException(ExitCode.Usage, "--json and -o - both want standard output; write the picture to a file");
        if (!Console.IsOutputRedirected)
            throw new CliException(ExitCode.Usage, "-o - would write a picture onto the terminal; name a file or pipe standard output on");

        return new(null, format);
    }

    /// <summary>A file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format; <see langword="null"/> to go by the file's ending.</param>
    /// <param name="overwrite">Whether the first input may be replaced.</param>
    /// <param name="inputs">What is read, the photo first.</param>
    /// <returns>The place.</returns>
    /// <exception cref="CliException">The file cannot be written, has no known format, or is one of the inputs.</exception>
    public static OutputTarget ForFile(string path, PictureFormat? format, bool overwrite, IReadOnlyList<string> inputs)
    {
        if (path.Length == 0)
            throw new CliException(ExitCode.Usage, "--output: the name is empty");
        if (Directory.Exists(path))
            throw new CliException(ExitCode.OutputNotWritable, $"{path} is a folder; name a file");

        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) ?? path;
        if (!Directory.Exists(folder))
            throw new CliException(ExitCode.OutputNotWritable, $"{path} cannot be written: the folder {folder} does not exist");

        string? replaced = inputs.Skip(overwrite ? 1 : 0).FirstOrDefault(input => input != CommonArguments.StandardStream && RealPath.AreSame(input, path));
        if (replaced is not null)
        {
            string advice = replaced == inputs[0] ? "name another file, or allow it with --overwrite" : "name another file";
            throw new CliException(ExitCode.Usage, $"the output would replace {replaced}, which is read; {advice}");
        }

        if (format is null && PhotoWriter.FormatOf(path) is null)
            throw new CliException(ExitCode.Usage, $"{path} does not tell a format by its ending; use .jpg, .png, .tif or .webp, or --format");

        return new(path, format);
    }

    /// <summary>Writes a picture with the metadata of the photo that it was made from.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="photo">The photo.</param>
    /// <param name="history">Properties for the XMP packet.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellation">Ends the writing; nothing is left behind.</param>
    /// <returns>What the user should know.</returns>
    /// <exception cref="PictureException">The picture cannot be written.</exception>
    public IReadOnlyList<string> Write(LinearImage picture, Photo photo, IReadOnlyDictionary<string, string> history, int threads, CancellationToken cancellation)
    {
        PhotoWriteOptions options = new() { Format = Format ?? (Path is null ? PhotoWriter.FormatFor(photo) : null), History = history, Threads = threads };
        if (Path is not null)
            return PhotoWriter.Write(picture, photo, Path, options, cancellation);

        IReadOnlyList<string> warnings = [];
        StandardOutput.Write(output => warnings = PhotoWriter.Write(picture, photo, output, options, cancellation));
        return warnings;
    }
}
