using GenRefocus.Bridge;
using GenRefocus.Server;

namespace GenRefocus.Cli;

/// <summary>Runs <c>serve</c>.</summary>
internal static class ServeRun
{
    private const string LogName = "engine.jsonl";

    /// <summary>Serves until the end.</summary>
    /// <param name="endpoint">Where.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="idle">How long it stays without a client.</param>
    /// <param name="detached">Whether it leaves its process group and says nothing.</param>
    /// <param name="environment">What the environment says.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(BridgeEndpoint endpoint, int threads, TimeSpan idle, bool detached, EngineEnvironment environment, CancellationToken cancellation)
    {
        if (detached)
            Detachment.Leave();
        EngineServer server = new(new EngineServerOptions
        {
            Endpoint = endpoint,
            Engine = EngineSetup.Options(threads, environment),
            IdleExit = idle,
            Language = UserLanguage.Read(),
            LogFile = LogFile(environment),
        });
        string place = OperatingSystem.IsWindows() ? endpoint.Pipe : endpoint.Socket;
        bool served;
        try
        {
            served = server.RunAsync(() => Say(detached, $"listening at {place}"), cancellation).GetAwaiter().GetResult();
        }
        catch (IOException refused)
        {
            throw new CliException(ExitCode.OutputNotWritable, refused.Message);
        }

        if (!served)
            Say(detached, $"another engine serves {place} already");
        return (int)ExitCode.Ok;
    }

    /// <summary>The engine's log, beside the one of crashes.</summary>
    /// <param name="environment">What the environment says.</param>
    public static string LogFile(EngineEnvironment environment) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(environment.LogFile))!, LogName);

    // A host has closed the other end of our output.
    private static void Say(bool detached, string text)
    {
        if (!detached)
            StandardOutput.WriteLine(text);
    }
}
