using Microsoft.ML.OnnxRuntime;

namespace GenRefocus.Inference;

/// <summary>An opened network. <see cref="Run"/> may be called from several threads at once.</summary>
public sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;

    internal OnnxModel(InferenceSession session, string path, ExecutionProvider provider)
    {
        _session = session;
        Path = path;
        Provider = provider;
        Inputs = [.. session.InputNames.Select(name => TensorInfo.From(name, session.InputMetadata[name]))];
        Outputs = [.. session.OutputNames.Select(name => TensorInfo.From(name, session.OutputMetadata[name]))];
    }

    /// <summary>The file it was read from.</summary>
    public string Path { get; }

    /// <summary>What computes it.</summary>
    public ExecutionProvider Provider { get; }

    /// <summary>What the network takes.</summary>
    public IReadOnlyList<TensorInfo> Inputs { get; }

    /// <summary>What the network returns.</summary>
    public IReadOnlyList<TensorInfo> Outputs { get; }

    /// <summary>Runs the network.</summary>
    /// <param name="inputs">All inputs, in any order.</param>
    /// <param name="output">Name of the output wanted; the network computes no other.</param>
    /// <param name="cancellationToken">Ends the run between two of the network's operators.</param>
    /// <returns>The output.</returns>
    /// <exception cref="ArgumentException">An input is missing, unknown or of the wrong shape.</exception>
    /// <exception cref="ModelInvalidException">The network has no such output, or it or an input is not made of 32-bit floats.</exception>
    /// <exception cref="ModelRunException">The runtime failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ModelTensor Run(IReadOnlyList<ModelTensor> inputs, string output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        RequireFloat(Find(Outputs, output) ?? throw new ModelInvalidException(Path, $"The model '{Path}' has no output '{output}'; it has {Names(Outputs)}."));
        CheckInputs(inputs);
        cancellationToken.ThrowIfCancellationRequested();

        var values = new List<OrtValue>(inputs.Count);
        try
        {
            foreach (ModelTensor input in inputs)
                values.Add(OrtValue.CreateTensorValueFromMemory(input.Values, [.. input.Shape]));
            return RunSession([.. inputs.Select(i => i.Name)], values, output, cancellationToken);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private ModelTensor RunSession(string[] names, List<OrtValue> values, string output, CancellationToken cancellationToken)
    {
        using var options = new RunOptions();
        using CancellationTokenRegistration registration = cancellationToken.Register(static state => ((RunOptions)state!).Terminate = true, options);
        try
        {
            using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(options, names, values, [output]);
            long[] shape = results[0].GetTensorTypeAndShape().Shape;
            if (shape.Any(side => side < 1))
                throw new ModelInvalidException(Path, $"The model '{Path}' returned an empty '{output}'.");
            return new ModelTensor(output, results[0].GetTensorDataAsSpan<float>().ToArray(), shape);
        }
        catch (OnnxRuntimeException e) when (cancellationToken.IsCancellationRequested)
        {
            // The runtime reports the terminate flag as an ordinary failure.
            throw new OperationCanceledException("The network was stopped.", e, cancellationToken);
        }
        catch (OnnxRuntimeException e)
        {
            throw new ModelRunException(Path, $"The model '{Path}' failed while it ran: {e.Message}", e);
        }
    }

    private void CheckInputs(IReadOnlyList<ModelTensor> inputs)
    {
        if (inputs.Count != Inputs.Count)
            throw new ArgumentException($"The model '{Path}' takes {Names(Inputs)}.", nameof(inputs));
        foreach (TensorInfo wanted in Inputs)
        {
            RequireFloat(wanted);
            ModelTensor given = inputs.FirstOrDefault(i => i.Name == wanted.Name)
                ?? throw new ArgumentException($"The model '{Path}' needs the input '{wanted.Name}'.", nameof(inputs));
            if (!wanted.Accepts(given.Shape))
                throw new ArgumentException($"The input {wanted} of '{Path}' does not take the shape {string.Join(" × ", given.Shape)}.", nameof(inputs));
        }
    }

    private void RequireFloat(TensorInfo info)
    {
        if (!info.IsFloat)
        {
            throw new ModelInvalidException(
                Path, $"'{info.Name}' of the model '{Path}' is not made of 32-bit floats. Take a version of the model with float inputs and outputs.");
        }
    }

    private static TensorInfo? Find(IReadOnlyList<TensorInfo> infos, string name) => infos.FirstOrDefault(i => i.Name == name);

    private static string Names(IReadOnlyList<TensorInfo> infos) => string.Join(", ", infos.Select(i => $"'{i.Name}'"));
}
