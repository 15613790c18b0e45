using System.CommandLine;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Where a picture is written.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string> _output = new("--output", "-o")
    {
        HelpName = "path",
        Description = "The picture to write; - for standard output. An existing file is replaced.",
        Required = true,
    };

    private readonly Option<string> _format = new("--format")
    {
        HelpName = "jpeg|png|tiff|webp",
        Description = "The format to write, where the output's name does not end in it. Standard output gets the photo's format when not given, JPEG or PNG where that is only read.",
    };

    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Allows the output to replace the photo itself." };

    private readonly PictureFormat? _fixedFormat;

    /// <summary>Makes the flags.</summary>
    /// <param name="fixedFormat">The only format; <see langword="null"/> when the user chooses.</param>
    public OutputOptions(PictureFormat? fixedFormat) => _fixedFormat = fixedFormat;

    /// <summary>Adds the flags to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        command.Add(_output);
        command.Add(_overwrite);
        if (_fixedFormat is null)
            command.Add(_format);
    }

    /// <summary>Reads the flags and checks the place before any work is done.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <param name="arguments">What else was asked.</param>
    /// <param name="otherInputs">Files that are read besides the photo.</param>
    /// <returns>The place.</returns>
    /// <exception cref="CliException">The place cannot be written, or would replace what is read.</exception>
    public OutputTarget Read(ParseResult parsed, CommonArguments arguments, IEnumerable<string> otherInputs)
    {
        string path = parsed.GetRequiredValue(_output);
        PictureFormat? format = _fixedFormat ?? (parsed.GetValue(_format) is { } name ? ParseFormat(name) : null);
        if (path == CommonArguments.StandardStream)
            return OutputTarget.ForStandardOutput(format, arguments.Json);

        // A name that promises another format than the file will have misleads every program that opens it.
        if (_fixedFormat is { } only && PhotoWriter.FormatOf(path) is { } promised && promised != only)
            throw new CliException(ExitCode.Usage, $"{path}: this is written as {only.ToString().ToUpperInvariant()} alone; name a file that ends so");

        return OutputTarget.ForFile(path, format, parsed.GetValue(_overwrite), [arguments.Input, .. otherInputs]);
    }

    private PictureFormat ParseFormat(string name) => name.ToLowerInvariant() switch
    {
        "jpeg" or "jpg" => PictureFormat.Jpeg,
        "png" => PictureFormat.Png,
        "tiff" or "tif" => PictureFormat.Tiff,
        "webp" => PictureFormat.WebP,
        _ => throw new CliException(ExitCode.Usage, $"{_format.Name}: \"{name}\" is not one of jpeg, png, tiff or webp"),
    };
}
