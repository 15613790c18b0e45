using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>
/// Keeps what was last made of a photo and a lens: the radius of every pixel, which another aperture does not change, and the renderer's scene, which another
/// view or quality does not change.
/// </summary>
internal sealed class SceneCache : IDisposable
{
    private (SceneAnalysis Analysis, CircleOfConfusion Circle)? _defocusKey;
    private DefocusMap? _defocus;
    private LensMatte? _matte;
    private (ApertureSettings Aperture, HighlightRecovery Highlights)? _bokehKey;
    private BokehScene? _bokeh;

    /// <summary>The radius of every pixel; it stays the cache's.</summary>
    public DefocusMap Defocus(SceneAnalysis analysis, CircleOfConfusion circle, int threads, CancellationToken cancellationToken)
    {
        if (_defocus is not null && _defocusKey == (analysis, circle))
            return _defocus;
        Clear();
        _defocus = DefocusMap.Compute(analysis.Depth.Disparity, circle, threads, cancellationToken);
        _defocusKey = (analysis, circle);
        return _defocus;
    }

    /// <summary>The renderer's scene of the radii that were asked for last; it stays the cache's.</summary>
    public BokehScene Bokeh(
        SceneAnalysis analysis, DefocusMap defocus, RefocusSettings settings, KernelCache kernels, int threads, CancellationToken cancellationToken)
    {
        HighlightRecovery highlights = new((float)settings.Light.Highlights, (float)settings.Light.Threshold);
        if (_bokeh is not null && _bokehKey == (settings.Aperture, highlights))
            return _bokeh;
        ClearBokeh();
        KernelTable table = kernels.Table(settings.Aperture, defocus.LargestRadius, threads, cancellationToken);
        _matte ??= analysis.Matte(threads, cancellationToken)?.Through(_defocusKey!.Value.Circle, defocus.LargestRadius, threads, cancellationToken);
        _bokeh = new BokehScene(analysis.Picture, defocus.SignedRadius, table, highlights, threads, cancellationToken) { Matte = _matte };
        _bokehKey = (settings.Aperture, highlights);
        return _bokeh;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        ClearBokeh();
        _matte?.Dispose();
        _matte = null;
        _defocus?.Dispose();
        _defocus = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void ClearBokeh()
    {
        _bokeh?.Dispose();
        _bokeh = null;
    }
}
