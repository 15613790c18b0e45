using System.Numerics;
using GenRefocus.Diffusion;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Stage 1 with the shipped networks, where they are installed. Keeps them open.</summary>
internal sealed class DeblurSource(EngineOptions options, InferenceSessionFactory sessions) : IDisposable
{
    private const int TrialSide = 64;

    private readonly KeptNetwork<DeblurNetworks> _networks = new((folder, token) => DeblurNetworks.Open(folder, sessions, token));

    /// <summary>Begins to open the networks aside.</summary>
    /// <param name="request">What will be asked.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Prepare(DeblurRequest request, CancellationToken cancellationToken)
    {
        if (request.Mode != DeblurMode.Off && DeblurModelLocator.Find(options.ModelFolder) is { } folder)
            _networks.Prepare(Path.GetFullPath(folder), TryOut, cancellationToken);
    }

    /// <summary>Makes what is soft sharp.</summary>
    /// <param name="photo">The decoded photo, which becomes the result's or is disposed of.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="progress">Receives the finished share.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ModelMissingException">It must be done and the networks are not installed.</exception>
    public AllInFocus Restore(LinearImage photo, DeblurRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        try
        {
            if (DeblurModelLocator.Find(options.ModelFolder) is not { } folder)
                return request.Mode == DeblurMode.On ? throw DeblurModelLocator.Missing(options.ModelFolder) : new AllInFocus(photo, null);
            DeblurParameters parameters = new() { Steps = request.Steps, Seed = request.Seed, Always = request.Mode == DeblurMode.On, Threads = options.Threads };
            (DeblurResult result, IReadOnlyList<(string Id, string Sha256)> models) = _networks.Use(
                Path.GetFullPath(folder), networks => (networks.Deblurrer.Restore(photo, parameters, progress, cancellationToken), networks.Models), cancellationToken);
            DeblurReport report = new(result.SoftShare, result.Picture is not null, request.Steps, [.. models.Select(model => new ModelReport(model.Id, model.Sha256))]);
            if (result.Picture is null)
                return new AllInFocus(photo, report);
            photo.Dispose();
            return new AllInFocus(result.Picture, report);
        }
        catch
        {
            photo.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _networks.Dispose();

    private static void TryOut(DeblurNetworks networks, CancellationToken cancellationToken)
    {
        using LinearImage picture = new(TrialSide, TrialSide);
        picture.Fill(Vector4.UnitW);
        networks.Deblurrer.Restore(picture, new DeblurParameters { Threads = 1 }, null, cancellationToken).Picture?.Dispose();
    }
}
