using GenRefocus.Inference;

namespace GenRefocus.Diffusion;

/// <summary>The two networks of stage 1, opened together. For one caller at a time.</summary>
public sealed class DeblurNetworks : IDisposable
{
    private readonly BlurEstimator _blur;
    private readonly DeblurNetwork _bridge;

    private DeblurNetworks(BlurEstimator blur, DeblurNetwork bridge)
    {
        _blur = blur;
        _bridge = bridge;
        Deblurrer = new Deblurrer(blur, bridge);
    }

    /// <summary>Restores pictures with them.</summary>
    public Deblurrer Deblurrer { get; }

    /// <summary>Id and SHA-256 of each, in the order in which they are asked.</summary>
    public IReadOnlyList<(string Id, string Sha256)> Models => [(_blur.Card.Id, _blur.Sha256), (_bridge.Card.Id, _bridge.Sha256)];

    /// <summary>Opens both.</summary>
    /// <param name="folder">Where they lie, under the names of <see cref="DeblurModelLocator"/>.</param>
    /// <param name="sessions">Opens networks; its options set their threads.</param>
    /// <param name="cancellationToken">Ends reading and checking.</param>
    /// <returns>The networks; the caller disposes of them.</returns>
    /// <exception cref="ModelMissingException">A network or a card is not there.</exception>
    /// <exception cref="ModelInvalidException">A network or a card is broken, they do not fit each other, or it does something else.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DeblurNetworks Open(string folder, InferenceSessionFactory sessions, CancellationToken cancellationToken)
    {
        BlurEstimator blur = BlurEstimator.Open(DeblurModelLocator.BlurPath(folder), sessions, cancellationToken);
        try
        {
            return new DeblurNetworks(blur, DeblurNetwork.Open(DeblurModelLocator.BridgePath(folder), sessions, cancellationToken));
        }
        catch
        {
            blur.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blur.Dispose();
        _bridge.Dispose();
    }
}
