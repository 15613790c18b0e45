using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>One line of what <c>doctor</c> says.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="State">Whether it is as it should be.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Advice">What to do; <see langword="null"/> when there is nothing to do.</param>
internal sealed record Check(string Name, CheckState State, string Finding, string? Advice = null)
{
    /// <summary>What a problem makes of the process; without meaning elsewhere.</summary>
    [JsonIgnore]
    public ExitCode Code { get; init; }

    /// <summary>All is well.</summary>
    public static Check Ok(string name, string finding) => new(name, CheckState.Ok, finding);

    /// <summary>Something is slower or missing.</summary>
    public static Check Warning(string name, string finding, string advice) => new(name, CheckState.Warning, finding, advice);

    /// <summary>Photos cannot be refocused.</summary>
    public static Check Problem(string name, ExitCode code, string finding, string advice) => new(name, CheckState.Problem, finding, advice) { Code = code };

    /// <summary>Makes checks; one that fails in a way that nobody foresaw becomes a problem itself.</summary>
    /// <param name="name">What is looked at.</param>
    /// <param name="code">What a failure makes of the process.</param>
    /// <param name="look">Looks.</param>
    /// <param name="advice">What to do after a failure.</param>
    public static IReadOnlyList<Check> Guarded(string name, ExitCode code, string advice, Func<IEnumerable<Check>> look)
    {
        try
        {
            return [.. look()];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            string reason = (error as TypeInitializationException)?.InnerException?.Message ?? error.Message;
            return [Problem(name, code, reason.ReplaceLineEndings(" "), advice)];
        }
    }
}
