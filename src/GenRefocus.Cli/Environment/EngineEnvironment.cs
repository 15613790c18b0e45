using GenRefocus.Inference;

namespace GenRefocus.Cli;

/// <summary>What the environment says about the engine as a whole; never a picture's setting.</summary>
/// <param name="Threads">Threads at most; <see langword="null"/> when nothing is said.</param>
/// <param name="Provider">What computes networks.</param>
/// <param name="CacheFolder">Where what can be made again is kept.</param>
/// <param name="LogFile">Where errors of the program are kept.</param>
internal sealed record EngineEnvironment(int? Threads, ExecutionProvider Provider, string CacheFolder, string LogFile)
{
    /// <summary>Threads at most.</summary>
    public const string ThreadsVariable = "GENREFOCUS_THREADS";

    /// <summary><c>auto</c>, <c>cpu</c> or <c>directml</c>.</summary>
    public const string ProviderVariable = "GENREFOCUS_PROVIDER";

    /// <summary>A folder.</summary>
    public const string CacheVariable = "GENREFOCUS_CACHE";

    /// <summary>A file.</summary>
    public const string LogVariable = "GENREFOCUS_LOG";

    /// <summary>The variables, each with the check that <see cref="Read"/> makes of it: throws a <see cref="CliException"/> when it is not allowed.</summary>
    public static IReadOnlyDictionary<string, Action> Checks { get; } = new Dictionary<string, Action>
    {
        [ThreadsVariable] = () => ReadThreads(),
        [ProviderVariable] = () => ReadProvider(),
        [CacheVariable] = () => ReadCacheFolder(),
        [LogVariable] = () => ReadLogFile(CacheFolderOrDefault()),
    };

    /// <summary>Reads and checks the variables; an empty one counts as missing.</summary>
    /// <returns>The environment.</returns>
    /// <exception cref="CliException">A variable is not allowed.</exception>
    public static EngineEnvironment Read()
    {
        int? threads = ReadThreads();
        ExecutionProvider provider = ReadProvider();
        string cache = ReadCacheFolder();
        return new(threads, provider, cache, ReadLogFile(cache));
    }

    /// <summary>Where what can be made again is kept, whatever else is wrong with the environment.</summary>
    /// <returns>A path that may not be a folder, or not writable.</returns>
    public static string CacheFolderOrDefault() => Get(CacheVariable) ?? AppFolders.Cache;

    /// <summary>Where errors of the program are kept, whatever else is wrong with the environment.</summary>
    /// <returns>A path that may not be writable.</returns>
    public static string LogFileOrDefault()
    {
        string? log = Get(LogVariable);
        return log is null || Directory.Exists(log) ? DefaultLogFile(CacheFolderOrDefault()) : log;
    }

    private static int? ReadThreads() => Get(ThreadsVariable) is { } threads ? ThreadCount.Parse(ThreadsVariable, threads) : null;

    private static string ReadCacheFolder()
    {
        string cache = CacheFolderOrDefault();
        return File.Exists(cache) ? throw new CliException(ExitCode.Usage, $"{CacheVariable}: {cache} is a file; name a folder") : cache;
    }

    private static string ReadLogFile(string cache)
    {
        string log = Get(LogVariable) ?? DefaultLogFile(cache);
        return Directory.Exists(log) ? throw new CliException(ExitCode.Usage, $"{LogVariable}: {log} is a folder; name a file") : log;
    }

    private static ExecutionProvider ReadProvider() => (Get(ProviderVariable) ?? "auto").ToLowerInvariant() switch
    {
        "auto" => ExecutionProvider.Auto,
        "cpu" => ExecutionProvider.Cpu,
        "directml" => ExecutionProvider.DirectML,
        var other => throw new CliException(ExitCode.Usage, $"{ProviderVariable}: \"{other}\" is not one of auto, cpu or directml"),
    };

    private static string DefaultLogFile(string cache) => Path.Combine(cache, "logs", "genrefocus.log");

    private static string? Get(string variable) =>
        System.Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
