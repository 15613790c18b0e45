using GenRefocus.Diffusion;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>The deblurring as it is measured.</summary>
internal sealed class StageOne : IDisposable
{
    private readonly DeblurNetworks _networks;
    private readonly DeblurParameters _parameters;

    /// <summary>Opens its networks.</summary>
    /// <param name="scope">Their folder, steps and seed.</param>
    /// <param name="arguments">Threads and environment.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="CliException">One is not there.</exception>
    public StageOne(EvalScope scope, EvalArguments arguments, CancellationToken cancellation)
    {
        _parameters = new DeblurParameters { Steps = scope.Steps, Seed = scope.Seed, Threads = arguments.Threads };
        string folder = DeblurModelLocator.Find(scope.Models)
            ?? throw new CliException(ExitCode.ModelMissing, $"{DeblurModelLocator.Blur}.onnx and {DeblurModelLocator.Bridge}.onnx are not {(scope.Models is null ? "installed; name their folder with --models" : $"in {scope.Models}")}");
        _networks = DeblurNetworks.Open(folder, arguments.Sessions(), cancellation);
    }

    /// <summary>Ids and hashes of its networks.</summary>
    public IReadOnlyDictionary<string, string> Models => _networks.Models.ToDictionary(model => model.Id, model => model.Sha256);

    /// <summary>Deblurs a picture as the program would.</summary>
    /// <param name="picture">The picture; it stays the caller's.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The picture; a copy of what was given where nothing is soft. The caller disposes of it.</returns>
    public LinearImage Restore(LinearImage picture, CancellationToken cancellation)
    {
        if (_networks.Deblurrer.Restore(picture, _parameters, null, cancellation).Picture is { } restored)
            return restored;
        LinearImage copy = new(picture.Width, picture.Height);
        copy.CopyFrom(picture);
        return copy;
    }

    /// <inheritdoc/>
    public void Dispose() => _networks.Dispose();
}
