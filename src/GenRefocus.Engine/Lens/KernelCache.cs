using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Keeps the last aperture and its kernels: a click moves the focus, not the aperture.</summary>
internal sealed class KernelCache
{
    // Tables grow in steps, so that a slider that strengthens the blur does not ask for a new one at every move.
    private const float Step = 16;

    private ApertureSettings? _settings;
    private Aperture? _aperture;
    private KernelTable? _table;

    /// <summary>The aperture of settings.</summary>
    public Aperture Aperture(ApertureSettings settings, int threads, CancellationToken cancellationToken)
    {
        if (_aperture is null || _settings != settings)
        {
            AperturePicture? picture = settings is { Shape: ApertureShape.Image, Image: { } image }
                ? AperturePictureReader.Read(image, threads, cancellationToken)
                : null;
            _aperture = Optics.Aperture.Create(settings, picture);
            _settings = settings;
            _table = null;
        }

        return _aperture;
    }

    /// <summary>Kernels of settings up to a radius, and mostly some more.</summary>
    public KernelTable Table(ApertureSettings settings, float radius, int threads, CancellationToken cancellationToken)
    {
        Aperture aperture = Aperture(settings, threads, cancellationToken);
        if (_table is null || _table.MaxRadius < radius)
            _table = KernelTable.Create(aperture, Math.Min(CircleOfConfusion.LargestRadius, MathF.Ceiling(radius / Step) * Step), threads, cancellationToken);
        return _table;
    }
}
