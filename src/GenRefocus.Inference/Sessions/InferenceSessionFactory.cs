using Microsoft.ML.OnnxRuntime;

namespace GenRefocus.Inference;

/// <summary>Opens ONNX models on the provider that the options and the self-check allow. Safe to use from several threads.</summary>
public sealed class InferenceSessionFactory
{
    private readonly Lock _gate = new();
    private readonly ProviderChooser _chooser;
    private ProviderDecision? _decision;

    /// <summary>Makes a factory; no model and no device is touched before the first call.</summary>
    /// <param name="options">How networks are run.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one thread, or a time limit that is not positive.</exception>
    public InferenceSessionFactory(InferenceOptions options)
        : this(options, new DirectMLAccelerator())
    {
    }

    internal InferenceSessionFactory(InferenceOptions options, IAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.SelfCheckTimeLimit, TimeSpan.Zero);
        Options = options;
        _chooser = new ProviderChooser(accelerator, OrtRuntime.RunOnCpu, new SelfCheckCache(options.CacheFolder));
    }

    /// <summary>How networks are run.</summary>
    public InferenceOptions Options { get; }

    /// <summary>Version of the native ONNX Runtime in use.</summary>
    public static string RuntimeVersion => OrtRuntime.Version;

    /// <summary>Names of the execution providers that the native ONNX Runtime was built with, as it spells them (<c>CPUExecutionProvider</c>).</summary>
    public static IReadOnlyList<string> RuntimeProviders => OrtRuntime.Providers;

    /// <summary>Which provider computes, and why; the self-check runs on the first call where it has to.</summary>
    /// <param name="cancellationToken">Ends a running self-check.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; the next call decides anew.</exception>
    public ProviderDecision Decide(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _decision ??= _chooser.Choose(Options.Provider, Options.SelfCheckTimeLimit, cancellationToken);
    }

    /// <summary>Opens a model.</summary>
    /// <param name="path">An ONNX file.</param>
    /// <param name="cancellationToken">Ends a running self-check; opening itself is not interrupted.</param>
    /// <returns>The model; the caller disposes of it.</returns>
    /// <exception cref="ModelMissingException">There is no such file.</exception>
    /// <exception cref="ModelInvalidException">The file is no ONNX model that the runtime understands.</exception>
    public OnnxModel Open(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
            throw new ModelMissingException(path, $"The model '{path}' is not there.");

        ProviderDecision decision = Decide(cancellationToken);
        if (decision.Provider == ExecutionProvider.DirectML)
        {
            try
            {
                return OpenOn(ExecutionProvider.DirectML, path);
            }
            catch (Exception e) when (e is ModelInvalidException or EntryPointNotFoundException)
            {
                // Too little graphics memory, an operator that DirectML lacks, or a cached verdict about another build of the runtime.
                // A file that is really broken fails on the CPU as well.
            }
        }

        return OpenOn(ExecutionProvider.Cpu, path);
    }

    private OnnxModel OpenOn(ExecutionProvider provider, string path)
    {
        try
        {
            using SessionOptions options = OrtRuntime.CreateOptions(provider, Options.Threads);
            return new OnnxModel(new InferenceSession(path, options), path, provider);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelInvalidException(path, $"'{path}' is not an ONNX model that can be opened: {e.Message}", e);
        }
    }
}
