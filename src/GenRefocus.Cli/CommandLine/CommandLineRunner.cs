using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary>Parses the command line, runs the verb, and turns every failure into one line and an exit code.</summary>
internal static class CommandLineRunner
{
    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words behind the program's name.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        using Interruption interruption = new();
        try
        {
            ParseResult parsed = CommandTree.Make(args, interruption.Token).Parse(args, CommandTree.ParserConfiguration);
            if (UsageError.Find(parsed) is { } error)
                throw new CliException(ExitCode.Usage, error);

            return parsed.Invoke(CommandTree.InvocationConfiguration);
        }
        catch (Exception error)
        {
            return (int)Report(error, interruption.Reason);
        }
    }

    private static ExitCode Report(Exception error, ExitCode cancelled)
    {
        Failure failure = Failure.Of(error, cancelled);
        string message = failure.Message;
        if (failure.Code == ExitCode.Internal)
        {
            string log = EngineEnvironment.LogFileOrDefault();
            string where = CrashLog.TryAppend(log, error) ? $"details are in {log}" : $"details could not be written to {log}";
            message = $"this is an error of the program, not yours: {message} ({where})";
        }

        Terminal.WriteError(message);
        return failure.Code;
    }
}
