using GenRefocus.Inference;

namespace GenRefocus.Cli;

/// <summary>The runtime of networks, and what computes them.</summary>
internal static class NetworkChecks
{
    private const string Name = "ONNX Runtime";

    /// <summary>Loads the runtime and lets it choose, with the self-check where there is an accelerator.</summary>
    /// <param name="cancellation">Ends it.</param>
    public static IEnumerable<Check> Look(CancellationToken cancellation) =>
        Check.Guarded(Name, ExitCode.ModelMissing, "install the program again", () => LookInside(cancellation));

    /// <summary>Opens networks as the environment says, or as usual where it says nonsense.</summary>
    public static InferenceSessionFactory Sessions()
    {
        InferenceOptions options = new() { Threads = 1, CacheFolder = EngineEnvironment.CacheFolderOrDefault() };
        try
        {
            options = options with { Provider = EngineEnvironment.Read().Provider };
        }
        catch (CliException)
        {
            // The variable has its own line.
        }

        return new(options);
    }

    private static IEnumerable<Check> LookInside(CancellationToken cancellation)
    {
        yield return Check.Ok(Name, $"{InferenceSessionFactory.RuntimeVersion}, {string.Join(", ", InferenceSessionFactory.RuntimeProviders)}");
        ProviderDecision decision = Sessions().Decide(cancellation);
        yield return decision.IsFallback
            ? Check.Warning("networks", decision.Reason, "update the graphics driver, or set GENREFOCUS_PROVIDER=cpu")
            : Check.Ok("networks", decision.Reason);
    }
}
