using GenRefocus.Diffusion;
using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Cli;

/// <summary>The networks of the deblurring, open.</summary>
internal sealed class DeblurNetworks : IDisposable
{
    private readonly BlurEstimator _blur;
    private readonly DeblurNetwork _bridge;
    private readonly DeblurParameters _parameters;

    /// <summary>Opens them.</summary>
    /// <param name="scope">Their folder, steps and seed.</param>
    /// <param name="arguments">Threads and environment.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="CliException">One is not there.</exception>
    public DeblurNetworks(EvalScope scope, EvalArguments arguments, CancellationToken cancellation)
    {
        _parameters = new DeblurParameters { Steps = scope.Steps, Seed = scope.Seed };
        (string blur, string bridge) = DeblurModelLocator.Find(scope.Models)
            ?? throw new CliException(ExitCode.ModelMissing, Missing(scope.Models));
        InferenceSessionFactory sessions = arguments.Sessions();
        _blur = BlurEstimator.Open(blur, sessions, cancellation);
        try
        {
            _bridge = DeblurNetwork.Open(bridge, sessions, cancellation);
        }
        catch
        {
            _blur.Dispose();
            throw;
        }
    }

    /// <summary>Ids and hashes of both.</summary>
    public IReadOnlyDictionary<string, string> Models => new Dictionary<string, string> { [_blur.Card.Id] = _blur.Sha256, [_bridge.Card.Id] = _bridge.Sha256 };

    /// <summary>Deblurs a picture as the program would.</summary>
    /// <param name="picture">The picture; it stays the caller's.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The picture; a copy of what was given where nothing is soft. The caller disposes of it.</returns>
    public LinearImage Restore(LinearImage picture, CancellationToken cancellation)
    {
        if (new Deblurrer(_blur, _bridge).Restore(picture, _parameters, null, cancellation).Picture is { } restored)
            return restored;
        LinearImage copy = new(picture.Width, picture.Height);
        copy.CopyFrom(picture);
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blur.Dispose();
        _bridge.Dispose();
    }

    private static string Missing(string? folder) =>
        $"{DeblurModelLocator.Blur}.onnx and {DeblurModelLocator.Bridge}.onnx are not {(folder is null ? "installed; name their folder with --models" : $"in {folder}")}";
}
