using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Reads the photo that a verb works on.</summary>
internal static class InputPhoto
{
    /// <summary>Reads the file, or standard input.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The photo; the caller disposes of it.</returns>
    /// <exception cref="PictureException">The photo cannot be read.</exception>
    public static Photo Read(CommonArguments arguments, CancellationToken cancellation)
    {
        PhotoReadOptions options = new() { Threads = arguments.Threads };
        if (arguments.Input != CommonArguments.StandardStream)
            return PhotoReader.Read(arguments.Input, options, cancellation);

        if (!Console.IsInputRedirected)
            throw new CliException(ExitCode.Usage, "- stands for a photo on standard input, but standard input is the keyboard; pipe a photo in or name a file");

        using Stream input = Console.OpenStandardInput();
        return PhotoReader.Read(input, options, cancellation);
    }
}
