using GenRefocus.Engine;

namespace GenRefocus.Cli;

/// <summary>What the engine is told by flags and environment.</summary>
internal static class EngineSetup
{
    /// <summary>The engine's options.</summary>
    /// <param name="arguments">What was asked.</param>
    /// <returns>The options.</returns>
    public static EngineOptions Options(CommonArguments arguments) => new()
    {
        Threads = arguments.Threads,
        Provider = arguments.Environment.Provider,
        CacheFolder = arguments.Environment.CacheFolder,
    };
}
