using System.CommandLine;
using GenRefocus.Bridge;

namespace GenRefocus.Cli;

/// <summary><c>serve</c>: the engine process of the hosts.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public const string Description = "Serves plug-ins until nobody needs it; they start it themselves.";

    private const int LongestIdle = 7 * 24 * 3600;
    private const int DefaultIdle = 600;

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        Option<bool> detached = new("--detached") { Description = "Leaves the process group of the program that started it." };
        Option<string> folder = new("--folder") { HelpName = "folder", Description = "Listens in this folder in place of the user's own." };
        Option<string> idle = new("--idle-exit") { HelpName = "seconds", Description = "Ends when nobody was connected for so long; 600 when not given." };
        ThreadsOption threads = new();
        command.Add(detached);
        command.Add(folder);
        command.Add(idle);
        threads.AddTo(command);
        command.SetAction(parsed =>
        {
            EngineEnvironment environment = EngineEnvironment.Read();
            int seconds = parsed.GetValue(idle) is { } text ? ReadIdle(idle.Name, text) : DefaultIdle;
            BridgeEndpoint endpoint = parsed.GetValue(folder) is { Length: > 0 } own ? BridgeEndpoint.In(own) : BridgeEndpoint.Default;
            return ServeRun.Execute(endpoint, threads.Read(parsed, environment), TimeSpan.FromSeconds(seconds), parsed.GetValue(detached), environment, cancellation);
        });
    }

    private static int ReadIdle(string flag, string text) => WholeNumber.TryParse(text, 1, LongestIdle, out int seconds)
        ? seconds
        : throw new CliException(ExitCode.Usage, $"{flag}: \"{text}\" is not a whole number from 1 to 604800");
}
