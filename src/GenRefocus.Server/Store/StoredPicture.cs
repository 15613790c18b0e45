using GenRefocus.Bridge;
using GenRefocus.Engine;

namespace GenRefocus.Server;

/// <summary>A picture that the engine knows, with its pipeline. Its counters belong to the store.</summary>
internal sealed class StoredPicture(ContentKey key, ClientPicture picture) : IDisposable
{
    // All-in-focus picture 16, disparity 4, radii 4, renderer's sources and hidden layers about 40; measured at 12 megapixels.
    private const long PipelineBytesPerPixel = 64;

    /// <summary>Its key.</summary>
    public ContentKey Key { get; } = key;

    /// <summary>Its pixels.</summary>
    public ClientPicture Picture { get; } = picture;

    /// <summary>One request at a time: a pipeline is for one caller.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>What was found out about it; null before, and after its memory was needed.</summary>
    public RefocusPipeline? Pipeline { get; set; }

    /// <summary>Clients that have it open.</summary>
    public int Handles { get; set; }

    /// <summary>Requests that use it now.</summary>
    public int Running { get; set; }

    /// <summary>When it was last used or closed.</summary>
    public long LastUse { get; set; }

    /// <summary>What it takes, estimated.</summary>
    public long Bytes => Picture.ByteLength + (Pipeline is null ? 0 : PipelineBytesPerPixel * Picture.Layout.Width * Picture.Layout.Height);

    /// <summary>Layout that was sent.</summary>
    public PlaneInfo Layout => Picture.Layout;

    /// <inheritdoc/>
    public void Dispose()
    {
        Pipeline?.Dispose();
        Picture.Dispose();
        Turn.Dispose();
    }
}
