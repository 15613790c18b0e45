using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary><c>info IN</c>: what is known about a photo.</summary>
internal static class InfoCommand
{
    public const string Name = "info";

    public const string Description = "Shows what is known about a photo: size, format, lens, and how it was refocused before.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        CommonOptions common = new();
        common.AddTo(command);
        command.SetAction(parsed => InfoRun.Execute(common.Read(parsed), cancellation));
    }
}
