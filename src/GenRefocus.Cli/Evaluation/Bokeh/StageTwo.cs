using GenRefocus.Diffusion;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>The drawing as it is measured: by the renderer alone, and with BokehNet after it where that is installed.</summary>
internal sealed class StageTwo : IDisposable
{
    private readonly BokehNetwork? _network;
    private readonly BokehParameters _parameters;

    /// <summary>Opens BokehNet.</summary>
    /// <param name="scope">Its folder, steps and seed.</param>
    /// <param name="arguments">Threads and environment.</param>
    /// <param name="cancellation">Ends the work.</param>
    public StageTwo(EvalScope scope, EvalArguments arguments, CancellationToken cancellation)
    {
        _parameters = new BokehParameters { Steps = Math.Min(scope.Steps, BokehParameters.MaxSteps), Seed = scope.Seed, Threads = arguments.Threads };
        _network = BokehModelLocator.Find(scope.Models) is { } path ? BokehNetwork.Open(path, arguments.Sessions(), cancellation) : null;
    }

    /// <summary>Id and hash of its network; none where it is not installed.</summary>
    public IReadOnlyDictionary<string, string> Models => _network is null ? new Dictionary<string, string>() : new() { [_network.Card.Id] = _network.Sha256 };

    /// <summary>Draws a lens's blur and compares it.</summary>
    /// <param name="judge">Has the truth.</param>
    /// <param name="method">What the renderer's picture is called; with BokehNet ", BokehNet" is added.</param>
    /// <param name="sharp">The picture that is sharp everywhere.</param>
    /// <param name="defocus">Signed radius of every pixel.</param>
    /// <param name="lens">The opening.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The renderer's figures and, where its network is installed and knows the opening, BokehNet's.</returns>
    public IReadOnlyList<MethodFigure> Measure(Judge judge, string method, LinearImage sharp, DefocusMap defocus, ApertureSettings lens, CancellationToken cancellation)
    {
        int threads = _parameters.Threads;
        using LinearImage drawn = LensDrawing.Draw(sharp, defocus.SignedRadius, defocus.LargestRadius, Aperture.Create(lens, null), threads, cancellation);
        MethodFigure alone = judge.Compare(method, drawn);
        if (_network is null || LensShape.Of(lens) is not { } shape)
            return [alone];
        using LinearImage? refined = new BokehRefiner(_network).Refine(drawn, sharp, defocus.SignedRadius, shape, _parameters, null, cancellation);
        return [alone, judge.Compare(method + ", BokehNet", refined ?? drawn)];
    }

    /// <inheritdoc/>
    public void Dispose() => _network?.Dispose();
}
