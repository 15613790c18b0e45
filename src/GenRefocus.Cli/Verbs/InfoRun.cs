using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Runs <c>info</c>.</summary>
internal static class InfoRun
{
    /// <summary>Reads the photo and prints what is known about it.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(CommonArguments arguments, CancellationToken cancellation)
    {
        using Photo photo = InputPhoto.Read(arguments, cancellation);
        PhotoInfo info = PhotoInfo.Of(arguments.Input, photo);
        if (arguments.Json)
        {
            StandardOutput.WriteJson(info, CliJson.Default.PhotoInfo);
            return (int)ExitCode.Ok;
        }

        arguments.Warn(info.Warnings);
        StandardOutput.WriteLine(string.Join('\n', info.Lines().Select(line => $"{line.Label,-18}{line.Value}")));
        return (int)ExitCode.Ok;
    }
}
