using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering;

/// <summary>
/// What a renderer needs of one picture and one lens: colours, signed radii and aperture, with what can be prepared once and used by several
/// renders (regions, qualities). It keeps references to the picture, the radii and the kernels, which must outlive it and stay unchanged.
/// </summary>
public sealed class BokehScene : IDisposable
{
    private readonly Dictionary<int, IReadOnlyList<HiddenLayer>> _hidden = [];
    private readonly Lock _lock = new();

    /// <summary>Prepares a scene.</summary>
    /// <param name="picture">The all-in-focus picture, linear and premultiplied.</param>
    /// <param name="signedRadius">Signed radius c of the circle of confusion in pixels, positive = nearer than the focus, of every pixel of the picture.</param>
    /// <param name="kernels">Kernels of the aperture, up to the largest radius.</param>
    /// <param name="highlights">Recovery of clipped lights, or <see cref="HighlightRecovery.None"/>.</param>
    /// <param name="threads">Threads to use for the preparation.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    /// <exception cref="ArgumentException">The sizes differ, a radius is not finite or larger than the kernels reach.</exception>
    public BokehScene(
        LinearImage picture, Plane<float> signedRadius, KernelTable kernels, HighlightRecovery highlights, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(signedRadius);
        ArgumentNullException.ThrowIfNull(kernels);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (picture.Width != signedRadius.Width || picture.Height != signedRadius.Height)
            throw new ArgumentException($"The picture is {picture.Width} × {picture.Height}, its radii {signedRadius.Width} × {signedRadius.Height}.", nameof(signedRadius));
        Range = new RadiusRange(signedRadius, threads, cancellationToken);
        if (Range.Largest > kernels.MaxRadius)
        {
            Range.Dispose();
            throw new ArgumentException($"The largest radius is {Range.Largest} px, the kernels reach {kernels.MaxRadius} px.", nameof(kernels));
        }

        Picture = picture;
        SignedRadius = signedRadius;
        Kernels = kernels;
        Highlights = highlights;
        IsOpaque = PictureSource.IsOpaque(picture, threads, cancellationToken);
        Source = IsOpaque ? picture : PictureSource.Colours(picture, highlights, threads, cancellationToken);
        SourceHighlights = IsOpaque ? highlights : HighlightRecovery.None;
        AlphaSource = IsOpaque ? null : PictureSource.Alphas(picture, threads, cancellationToken);
    }

    /// <summary>The all-in-focus picture.</summary>
    public LinearImage Picture { get; }

    /// <summary>Signed radius of every pixel.</summary>
    public Plane<float> SignedRadius { get; }

    /// <summary>Kernels of the aperture.</summary>
    public KernelTable Kernels { get; }

    /// <summary>Recovery of clipped lights.</summary>
    public HighlightRecovery Highlights { get; }

    /// <summary>Whether every pixel's alpha is 1.</summary>
    public bool IsOpaque { get; }

    /// <summary>
    /// Pixels that are taken apart into subject and what is behind it; null for none. It must outlive the scene. A picture with transparency is drawn without it.
    /// </summary>
    /// <exception cref="ArgumentException">It is of a picture of another size or holds a larger radius than the scene.</exception>
    public LensMatte? Matte
    {
        get;
        init
        {
            if (value is not null && (value.Blocks.Width != Range.BlockLargest.Width || value.Blocks.Height != Range.BlockLargest.Height))
                throw new ArgumentException("The matte is of a picture of another size.", nameof(value));
            if (value is not null && value.Largest > Range.Largest)
                throw new ArgumentException($"The matte's largest radius is {value.Largest} px, the scene's {Range.Largest} px.", nameof(value));
            field = value;
        }
    }

    /// <summary>The matte that is drawn.</summary>
    internal LensMatte? UsedMatte => IsOpaque ? Matte : null;

    /// <summary>Extremes of the signed radius.</summary>
    internal RadiusRange Range { get; }

    /// <summary>Colours to scatter, weight 1 in the fourth lane.</summary>
    internal LinearImage Source { get; }

    /// <summary>Recovery that is still to be applied to what is read from <see cref="Source"/>.</summary>
    internal HighlightRecovery SourceHighlights { get; }

    /// <summary>Alpha in the first lane and weight 1 in the fourth, when the picture is not opaque.</summary>
    internal LinearImage? AlphaSource { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Source != Picture)
            Source.Dispose();
        AlphaSource?.Dispose();
        Range.Dispose();
        foreach (IReadOnlyList<HiddenLayer> layers in _hidden.Values)
        {
            foreach (HiddenLayer layer in layers)
                layer.Dispose();
        }

        _hidden.Clear();
    }

    /// <summary>The hidden layers of the colours or of the alpha, made at the first call.</summary>
    /// <param name="source"><see cref="Source"/> or <see cref="AlphaSource"/>.</param>
    /// <param name="scale">Picture pixels to a layer pixel along each axis.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    internal IReadOnlyList<HiddenLayer> HiddenLayers(LinearImage source, int scale, int threads, CancellationToken cancellationToken)
    {
        int key = source == AlphaSource ? -scale : scale;
        lock (_lock)
        {
            if (!_hidden.TryGetValue(key, out IReadOnlyList<HiddenLayer>? layers))
            {
                layers = HiddenLayerBuilder.Build(source, SourceHighlights, SignedRadius, UsedMatte, Range, scale, threads, cancellationToken);
                _hidden.Add(key, layers);
            }

            return layers;
        }
    }
}
