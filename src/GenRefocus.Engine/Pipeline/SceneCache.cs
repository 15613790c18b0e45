using GenRefocus.Optics;
using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Keeps the last scene: a change of view or quality alone needs no new one.</summary>
internal sealed class SceneCache : IDisposable
{
    private SceneKey? _key;
    private Scene? _scene;

    /// <summary>The scene of an analysis and a lens; it stays the cache's.</summary>
    public Scene Get(SceneAnalysis analysis, RefocusSettings settings, CircleOfConfusion circle, KernelCache kernels, int threads, CancellationToken cancellationToken)
    {
        HighlightRecovery highlights = new((float)settings.Light.Highlights, (float)settings.Light.Threshold);
        SceneKey key = new(analysis, circle, settings.Aperture, highlights);
        if (_scene is not null && _key == key)
            return _scene;

        Clear();
        DefocusMap map = DefocusMap.Compute(analysis.Depth.Disparity, circle, threads, cancellationToken);
        try
        {
            KernelTable table = kernels.Table(settings.Aperture, map.LargestRadius, threads, cancellationToken);
            _scene = new Scene(map, new BokehScene(analysis.Picture, map.SignedRadius, table, highlights, threads, cancellationToken));
            _key = key;
            return _scene;
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    /// <summary>Forgets the scene.</summary>
    public void Clear()
    {
        _scene?.Dispose();
        _scene = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private sealed record SceneKey(SceneAnalysis Analysis, CircleOfConfusion Circle, ApertureSettings Aperture, HighlightRecovery Highlights);
}
