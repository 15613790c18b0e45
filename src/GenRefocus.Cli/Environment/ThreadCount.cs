namespace GenRefocus.Cli;

/// <summary>A number of threads, from a flag or the environment.</summary>
internal static class ThreadCount
{
    /// <summary>The greatest number: more threads than any machine has would only cost memory.</summary>
    public const int Max = 1024;

    /// <summary>Reads a number of threads.</summary>
    /// <param name="source">The flag or variable, for the error text.</param>
    /// <param name="text">The text.</param>
    /// <returns>1 to <see cref="Max"/>.</returns>
    /// <exception cref="CliException">The text is no such number.</exception>
    public static int Parse(string source, string text) => WholeNumber.TryParse(text, 1, Max, out int threads)
        ? threads
        : throw new CliException(ExitCode.Usage, $"{source}: \"{text}\" is no number of threads; 1 to {Max} is allowed");
}
