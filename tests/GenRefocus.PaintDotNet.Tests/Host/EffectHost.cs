using System.Diagnostics;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>
/// Runs an instance of the effect as Paint.NET does: tokens are set while nobody renders, tiles are rendered by many threads in any order, each token has a
/// cancellation of its own, and the selection clips what is written.
/// </summary>
internal sealed class EffectHost : IDisposable
{
    public const int Threads = 8;
    private const int TileSize = 128;

    private readonly PropertyBasedBitmapEffect _effect;
    private readonly EffectSite _site;
    private readonly RectInt32[] _scans;
    private bool _isInitialised;

    public EffectHost(Installation installation, HostPixels source, IReadOnlyList<RectInt32>? selection = null, IReadOnlyList<ExifPropertyItem>? exif = null)
    {
        Source = source;
        _scans = [.. selection ?? [new RectInt32(0, 0, source.Width, source.Height)]];
        _effect = installation.Create();
        _site = new EffectSite(new HostEnvironment(source, _scans, exif ?? []), Services);
        _effect.Site = _site;
        Properties = _effect.CreatePropertyCollection();
        Canvas = new HostPixels(source.Width, source.Height);
        source.Bytes.CopyTo(Canvas.Bytes, 0);
    }

    public HostPixels Source { get; }

    /// <summary>The layer as the user sees it.</summary>
    public HostPixels Canvas { get; }

    public HostServices Services { get; } = new();

    /// <summary>The dialog's properties; change them, then preview.</summary>
    public PropertyCollection Properties { get; }

    public string Name => _effect.Name;

    public string? Submenu => _effect.SubmenuName;

    public EffectOptionsBase Options => _effect.Options;

    public ControlInfo CreateDialog() => _effect.CreateConfigUI(Properties);

    public PropertyCollection CreateWindow() => _effect.CreateWindowProperties();

    /// <summary>Sets a property by its name.</summary>
    public EffectHost With(string name, object value)
    {
        (Properties[name] ?? throw new ArgumentException($"There is no property {name}.")).Value = value;
        return this;
    }

    /// <summary>Sets the token and renders all tiles.</summary>
    /// <param name="cancelAfter">When to cancel; null for not at all.</param>
    /// <param name="tileSize">Side of the tiles.</param>
    /// <returns>Whether all was rendered, and how long it took from the cancellation, or altogether, until everything had returned.</returns>
    public (bool IsWhole, TimeSpan Time) Preview(TimeSpan? cancelAfter = null, int tileSize = TileSize)
    {
        if (!_isInitialised)
            Initialise();
        _site.Renew();
        CancellationToken cancel = _site.CancellationToken;
        long start = Stopwatch.GetTimestamp(), cancelled = 0;
        using Timer? timer = cancelAfter is null ? null : new Timer(
            _ =>
            {
                Interlocked.Exchange(ref cancelled, Stopwatch.GetTimestamp());
                _site.Cancel();
            },
            null, cancelAfter.Value, Timeout.InfiniteTimeSpan);
        Run(() => _effect.SetToken(new PropertyBasedEffectConfigToken(Properties)));
        if (!cancel.IsCancellationRequested)
            Render(tileSize, cancel);
        return (!cancel.IsCancellationRequested, Stopwatch.GetElapsedTime(cancelled != 0 ? cancelled : start));
    }

    public void Dispose() => _effect.Dispose();

    // As in the host, what a cancelled effect throws is nobody's concern; anything else is the plug-in's error dialog.
    private static void Run(Action work)
    {
        Exception? failed = null;
        Thread thread = new(() =>
        {
            try
            {
                work();
            }
            catch (OperationCanceledException)
            {
            }
            catch (Exception error)
            {
                failed = error;
            }
        });
        thread.Start();
        thread.Join();
        if (failed is not null)
            throw new InvalidOperationException($"The effect failed: {failed.Message}", failed);
    }

    private void Initialise()
    {
        HostRenderInfo info = new();
        _effect.InitializeRenderInfo(info);
        Assert.Equal(BitmapEffectRenderingSchedule.SquareTiles, info.Schedule);
        _isInitialised = true;
    }

    private void Render(int tileSize, CancellationToken cancel)
    {
        RectInt32[] tiles = [.. Tiles(tileSize)];
        Random.Shared.Shuffle(tiles);
        int next = -1;
        Thread[] threads = new Thread[Threads];
        List<Exception> failed = [];
        for (int t = 0; t < threads.Length; t++)
        {
            threads[t] = new Thread(() =>
            {
                for (int i = Interlocked.Increment(ref next); i < tiles.Length && !cancel.IsCancellationRequested; i = Interlocked.Increment(ref next))
                    RenderTile(tiles[i], failed, cancel);
            });
            threads[t].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();
        if (failed.Count > 0)
            throw new AggregateException(failed);
    }

    private void RenderTile(RectInt32 bounds, List<Exception> failed, CancellationToken cancel)
    {
        try
        {
            HostTile tile = new(bounds);
            _effect.Render(tile);
            if (!cancel.IsCancellationRequested)
                Keep(tile);
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception error)
        {
            lock (failed)
                failed.Add(error);
        }
    }

    private void Keep(HostTile tile)
    {
        foreach (RectInt32 scan in _scans)
        {
            RectInt32 part = RectInt32.Intersect(scan, tile.Bounds);
            for (int y = part.Top; y < part.Bottom; y++)
            {
                tile.Pixels.Bytes.AsSpan(((y - tile.Bounds.Top) * tile.Pixels.Stride) + ((part.Left - tile.Bounds.Left) * 4), part.Width * 4)
                    .CopyTo(Canvas.Bytes.AsSpan((y * Canvas.Stride) + (part.Left * 4)));
            }
        }
    }

    private IEnumerable<RectInt32> Tiles(int tileSize)
    {
        RectInt32 bounds = _site.Environment.Selection.RenderBounds;
        for (int y = bounds.Top; y < bounds.Bottom; y += tileSize)
        {
            for (int x = bounds.Left; x < bounds.Right; x += tileSize)
                yield return RectInt32.Intersect(bounds, new RectInt32(x, y, tileSize, tileSize));
        }
    }
}
