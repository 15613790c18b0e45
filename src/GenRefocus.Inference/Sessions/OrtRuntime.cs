using Microsoft.ML.OnnxRuntime;

namespace GenRefocus.Inference;

/// <summary>The process's ONNX Runtime: its environment, session options, and one-off runs.</summary>
internal static class OrtRuntime
{
    private static readonly Lazy<OrtEnv> Environment = new(CreateEnvironment);

    public static string Version => Environment.Value.GetVersionString();

    public static IReadOnlyList<string> Providers => Environment.Value.GetAvailableProviders();

    public static SessionOptions CreateOptions(ExecutionProvider provider, int threads)
    {
        _ = Environment.Value;
        var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
        };

        // Idle threads would otherwise spin for a while after each run and take the cores from the renderer.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        if (provider == ExecutionProvider.DirectML)
        {
            // DirectML demands sequential execution and no memory pattern.
            options.EnableMemoryPattern = false;
            try
            {
                options.AppendExecutionProvider_DML(0);
            }
            catch
            {
                options.Dispose();
                throw;
            }
        }

        return options;
    }

    public static float[] RunOnCpu(byte[] model, ModelTensor input)
    {
        using SessionOptions options = CreateOptions(ExecutionProvider.Cpu, threads: 1);
        return RunOnce(model, input, options);
    }

    public static float[] RunOnce(byte[] model, ModelTensor input, SessionOptions options)
    {
        using var session = new InferenceSession(model, options);
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(input.Values, [.. input.Shape]);
        using var run = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(run, [input.Name], [value], [session.OutputNames[0]]);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static OrtEnv CreateEnvironment()
    {
        TelemetryOptOut.Apply();

        // Warnings of the runtime (devices it looked for in vain) would land on stderr among our own messages.
        var creation = new EnvironmentCreationOptions { logId = "genrefocus", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        OrtEnv environment = OrtEnv.IsCreated ? OrtEnv.Instance() : OrtEnv.CreateInstanceWithOptions(ref creation);

        // For versions of the runtime that do not know the variables.
        environment.DisableTelemetryEvents();
        return environment;
    }
}
