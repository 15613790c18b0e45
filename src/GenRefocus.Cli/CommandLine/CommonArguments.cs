namespace GenRefocus.Cli;

/// <summary>What every verb that works on a picture was told.</summary>
/// <param name="Input">Path of the photo, or <see cref="StandardStream"/>.</param>
/// <param name="Threads">Threads at most, 1 or more.</param>
/// <param name="Json">Whether the result is printed as JSON.</param>
/// <param name="Quiet">Whether progress and warnings are kept back.</param>
/// <param name="Verbose">Whether more is said.</param>
/// <param name="Environment">What the environment says.</param>
internal sealed record CommonArguments(string Input, int Threads, bool Json, bool Quiet, bool Verbose, EngineEnvironment Environment)
{
    /// <summary>Stands for standard input or output.</summary>
    public const string StandardStream = "-";

    /// <summary>Whether a line of progress is shown.</summary>
    public bool ShowsProgress => !Quiet && Terminal.CanRewrite;

    /// <summary>Tells the user what they should know.</summary>
    /// <param name="warnings">Sentences.</param>
    public void Warn(IEnumerable<string> warnings)
    {
        if (Quiet)
            return;

        foreach (string warning in warnings)
            Terminal.WriteWarning(warning);
    }

    /// <summary>Tells the user what few want to know.</summary>
    /// <param name="message">A sentence.</param>
    public void Tell(string message)
    {
        if (Verbose)
            Console.Error.WriteLine($"genrefocus: {message}");
    }
}
