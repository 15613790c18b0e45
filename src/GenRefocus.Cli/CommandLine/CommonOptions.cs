using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary>What every verb that works on a picture takes.</summary>
internal sealed class CommonOptions
{
    private readonly Argument<string> _input = new("IN") { Description = "The photo; - for standard input." };
    private readonly ThreadsOption _threads = new();
    private readonly Option<bool> _json = new("--json") { Description = "Prints the result as JSON on standard output." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "No progress and no warnings." };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Says more on standard error." };

    /// <summary>Adds the flags to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        command.Add(_input);
        _threads.AddTo(command);
        command.Add(_json);
        command.Add(_quiet);
        command.Add(_verbose);
    }

    /// <summary>Reads the flags and the environment.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <returns>What they say.</returns>
    /// <exception cref="CliException">A flag or a variable is not allowed.</exception>
    public CommonArguments Read(ParseResult parsed)
    {
        if (parsed.GetValue(_quiet) && parsed.GetValue(_verbose))
            throw new CliException(ExitCode.Usage, "--quiet and --verbose contradict each other; leave one out");

        EngineEnvironment environment = EngineEnvironment.Read();
        return new(parsed.GetRequiredValue(_input), _threads.Read(parsed, environment), parsed.GetValue(_json), parsed.GetValue(_quiet), parsed.GetValue(_verbose), environment);
    }
}
