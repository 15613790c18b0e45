namespace GenRefocus.Cli;

/// <summary>Ends a command with a sentence for the user.</summary>
internal sealed class CliException(ExitCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the process tells the shell.</summary>
    public ExitCode Code { get; } = code;
}
