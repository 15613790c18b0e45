using System.Diagnostics;
using GenRefocus.Engine;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>The pictures that the engine knows, by content. When memory is short the longest unused give back what can be made again, then those that nobody has open go.</summary>
internal sealed class PictureStore(long budget, TimeSpan grace) : IDisposable
{
    private readonly Dictionary<ContentKey, StoredPicture> _pictures = [];
    private readonly Lock _lock = new();

    /// <summary>How many there are and what they take.</summary>
    public (int Count, long Bytes) Usage
    {
        get
        {
            lock (_lock)
                return (_pictures.Count, _pictures.Values.Sum(picture => picture.Bytes));
        }
    }

    /// <summary>Opens a known picture.</summary>
    /// <returns>The picture, or null.</returns>
    public StoredPicture? TryOpen(ContentKey key)
    {
        lock (_lock)
        {
            if (!_pictures.TryGetValue(key, out StoredPicture? picture))
                return null;
            picture.Handles++;
            return picture;
        }
    }

    /// <summary>Adds a picture and opens it; where another client was quicker, its one is opened.</summary>
    public StoredPicture Add(ContentKey key, ClientPicture pixels)
    {
        lock (_lock)
        {
            if (_pictures.TryGetValue(key, out StoredPicture? picture))
                pixels.Dispose();
            else
                _pictures.Add(key, picture = new StoredPicture(key, pixels));
            picture.Handles++;
            picture.LastUse = Stopwatch.GetTimestamp();
            Trim(picture);
            return picture;
        }
    }

    /// <summary>Closes a picture.</summary>
    public void Close(StoredPicture picture)
    {
        lock (_lock)
        {
            picture.Handles--;
            picture.LastUse = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Begins a request.</summary>
    public void Enter(StoredPicture picture)
    {
        lock (_lock)
            picture.Running++;
    }

    /// <summary>Ends a request.</summary>
    public void Leave(StoredPicture picture)
    {
        lock (_lock)
        {
            picture.Running--;
            picture.LastUse = Stopwatch.GetTimestamp();
            Trim(picture);
        }
    }

    /// <summary>Drops what nobody has had open for the grace time.</summary>
    public void Sweep()
    {
        lock (_lock)
        {
            StoredPicture[] old = [.. _pictures.Values.Where(p => p is { Handles: 0, Running: 0 } && Stopwatch.GetElapsedTime(p.LastUse) > grace)];
            foreach (StoredPicture picture in old)
                Drop(picture);
            if (old.Length > 0)
                AlignedPool.Trim();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (StoredPicture picture in _pictures.Values)
                picture.Dispose();
            _pictures.Clear();
        }
    }

    private void Trim(StoredPicture newest)
    {
        long bytes = _pictures.Values.Sum(picture => picture.Bytes);
        if (bytes <= budget)
            return;
        foreach (StoredPicture picture in _pictures.Values.Where(p => p != newest && p.Running == 0).OrderBy(p => p.LastUse).ToArray())
        {
            if (bytes <= budget)
                break;
            bytes -= picture.Bytes;
            if (picture.Handles == 0)
            {
                Drop(picture);
                continue;
            }

            RefocusPipeline? pipeline = picture.Pipeline;
            picture.Pipeline = null;
            pipeline?.Dispose();
            bytes += picture.Bytes;
        }

        AlignedPool.Trim();
    }

    private void Drop(StoredPicture picture)
    {
        _pictures.Remove(picture.Key);
        picture.Dispose();
    }
}
