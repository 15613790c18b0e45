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
        (string Label, string Value)[] lines = [.. info.Lines()];
        int column = lines.Max(line => line.Label.Length) + 2;
        StandardOutput.WriteLine(string.Join('\n', lines.Select(line => line.Label.PadRight(column) + line.Value)));
        return (int)ExitCode.Ok;
    }
}
