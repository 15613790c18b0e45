using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary><c>bench</c>: measures how fast this machine is.</summary>
internal static class BenchCommand
{
    public const string Name = "bench";

    public const string Description = "Measures how fast this machine is.";

    /// <summary>Adds what can be measured.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        Command render = new(BenchRenderCommand.Name, BenchRenderCommand.Description);
        BenchRenderCommand.Fill(render, cancellation);
        command.Add(render);
    }
}
