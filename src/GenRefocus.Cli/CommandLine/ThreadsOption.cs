using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary>How many threads a verb may use.</summary>
internal sealed class ThreadsOption
{
    private readonly Option<string> _threads = new("--threads") { HelpName = "number", Description = "Threads at most; all processors when not given." };

    /// <summary>Adds the flag to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command) => command.Add(_threads);

    /// <summary>Reads the flag.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <param name="environment">What holds where the flag is not given.</param>
    /// <returns>1 to <see cref="ThreadCount.Max"/>.</returns>
    /// <exception cref="CliException">The flag is not allowed.</exception>
    public int Read(ParseResult parsed, EngineEnvironment environment) =>
        parsed.GetValue(_threads) is { } text ? ThreadCount.Parse(_threads.Name, text) : environment.Threads ?? System.Environment.ProcessorCount;
}
