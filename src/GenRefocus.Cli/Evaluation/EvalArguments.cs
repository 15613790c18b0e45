using GenRefocus.Inference;

namespace GenRefocus.Cli;

/// <summary>What every evaluation takes.</summary>
/// <param name="Threads">Threads at most.</param>
/// <param name="Json">Whether the result is JSON.</param>
/// <param name="Quiet">Whether progress is kept back.</param>
/// <param name="Environment">The environment.</param>
internal sealed record EvalArguments(int Threads, bool Json, bool Quiet, EngineEnvironment Environment)
{
    /// <summary>Opens networks as the engine would.</summary>
    public InferenceSessionFactory Sessions() =>
        new(new InferenceOptions { Provider = Environment.Provider, Threads = Threads, CacheFolder = Environment.CacheFolder });
}
