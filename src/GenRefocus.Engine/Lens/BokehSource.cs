using GenRefocus.Diffusion;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>The repair of the drawn blur by BokehNet, where it is asked for. Keeps the network open.</summary>
internal sealed class BokehSource(EngineOptions options, InferenceSessionFactory sessions) : IDisposable
{
    private readonly KeptNetwork<BokehNetwork> _network = new((path, token) => BokehNetwork.Open(path, sessions, token));

    /// <summary>Whether a request wants it. Parts of a picture and previews are drawn alone: they must be quick, and a part is the crop of the whole without it.</summary>
    /// <param name="request">What is asked for.</param>
    public static bool IsWanted(RefocusRequest request) =>
        request.Region is null
        && request.Settings is { Engine: { Name: EngineName.Compact, EffectiveBokeh: BokehStage.Hybrid }, Output: { View: OutputView.Result, Quality: OutputQuality.Final } };

    /// <summary>Refuses a request that wants it where the network is not installed, before any work is done.</summary>
    /// <param name="request">What is asked for.</param>
    /// <exception cref="ModelMissingException">The network is not installed.</exception>
    public void Check(RefocusRequest request)
    {
        if (IsWanted(request) && BokehModelLocator.Find(options.ModelFolder) is null)
            throw BokehModelLocator.Missing(options.ModelFolder);
    }

    /// <summary>Begins to open the network aside.</summary>
    /// <param name="request">What will be asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(RefocusRequest request, CancellationToken cancellationToken)
    {
        if (IsWanted(request) && BokehModelLocator.Find(options.ModelFolder) is { } path)
            _network.Prepare(Path.GetFullPath(path), static (_, _) => { }, cancellationToken);
    }

    /// <summary>Repairs a drawn picture.</summary>
    /// <param name="drawn">What the renderer drew, which becomes the result or is disposed of.</param>
    /// <param name="sharp">The picture that it was drawn from.</param>
    /// <param name="defocus">The radius of every pixel.</param>
    /// <param name="settings">Aperture, steps and seed.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelException">The network is missing, broken or failed.</exception>
    public (LinearImage Picture, BokehReport Report) Refine(
        LinearImage drawn, LinearImage sharp, DefocusMap defocus, RefocusSettings settings, IProgress<double> progress, CancellationToken cancellationToken)
    {
        int steps = settings.Engine.EffectiveBokehSteps;
        try
        {
            if (LensShape.Of(settings.Aperture) is not { } shape)
                return (drawn, new BokehReport(false, steps, null));
            string path = BokehModelLocator.Find(options.ModelFolder) ?? throw BokehModelLocator.Missing(options.ModelFolder);
            BokehParameters parameters = new() { Steps = steps, Seed = settings.Engine.Seed, Threads = options.Threads };
            (LinearImage? refined, ModelReport model) = _network.Use(
                Path.GetFullPath(path),
                network => (
                    new BokehRefiner(network).Refine(drawn, sharp, defocus.SignedRadius, shape, parameters, progress, cancellationToken),
                    new ModelReport(network.Card.Id, network.Sha256)),
                cancellationToken);
            BokehReport report = new(refined is not null, steps, model);
            if (refined is null)
                return (drawn, report);
            drawn.Dispose();
            return (refined, report);
        }
        catch
        {
            drawn.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();
}
