using GenRefocus.Engine;

namespace GenRefocus.Cli;

/// <summary>What the engine is told by flags and environment.</summary>
internal static class EngineSetup
{
    /// <summary>The engine's options.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <returns>The options.</returns>
    public static EngineOptions Options(CommonArguments arguments) => Options(arguments.Threads, arguments.Environment);

    /// <summary>The engine's options.</summary>
    /// <param name="threads">Threads at most.</param>
    /// <param name="environment">The environment.</param>
    /// <returns>The options.</returns>
    public static EngineOptions Options(int threads, EngineEnvironment environment) => new()
    {
        Threads = threads,
        Provider = environment.Provider,
        CacheFolder = environment.CacheFolder,
    };
}
