using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>The pictures that a client has open.</summary>
internal sealed class SessionImages
{
    private readonly ServerState _state;
    private readonly Dictionary<int, OpenImage> _images = [];
    private readonly Lock _lock = new();
    private int _lastNumber;

    public SessionImages(ServerState state, int peerPid)
    {
        _state = state;
        PeerPid = peerPid;
        Planes = new SessionPlanes(state.Options.Limits.PlaneBytes);
    }

    /// <summary>The client's process, as the system knows it.</summary>
    public int PeerPid { get; }

    /// <summary>The planes of the connection.</summary>
    public SessionPlanes Planes { get; }

    /// <summary>Whether shared memory was agreed on.</summary>
    public bool MaySharePlanes { get; set; }

    /// <summary>Opens a picture.</summary>
    /// <exception cref="RpcException">The parameters are wrong or ask for too much.</exception>
    public OpenResult Open(OpenParams open)
    {
        OpenCheck.Check(open, _state.Options.Limits);
        CheckSharing(open.Planes[0]);
        if (open.Selection is not null)
            CheckSharing(open.Selection);
        lock (_lock)
        {
            if (_images.Count >= _state.Options.Limits.OpenImages)
                throw new RpcException(RpcCode.Limit, $"This client has {_images.Count} pictures open; close one first.");
        }

        PlaneInfo[] planes = open.Selection is null ? [open.Planes[0]] : [open.Planes[0], open.Selection];
        Imaging.ColourEncoding? profile = OpenCheck.Profile(open);
        Planes.Reserve(planes);
        PlaneUpload? upload = null, selection = null;
        StoredPicture? known = null;
        try
        {
            ContentKey key = ContentKey.Of(open);
            known = _state.Store.TryOpen(key);
            if (known is null)
                _state.PrepareNetworks();
            upload = known is null ? new PlaneUpload(open.Planes[0], PeerPid) : null;
            selection = open.Selection is null ? null : new PlaneUpload(open.Selection, PeerPid);
            OpenImage image = new(++_lastNumber, key, open, OpenCheck.Capture(open.Metadata), profile, known);
            image.Expect(upload, selection);
            foreach (PlaneUpload expected in image.Uploads)
                Planes.Expect(expected);
            lock (_lock)
                _images.Add(image.Number, image);
            return new OpenResult(image.Number, known is not null, [.. image.Uploads.Select(expected => expected.Layout.Id)]);
        }
        catch
        {
            Planes.Release(planes);
            upload?.Dispose();
            selection?.Dispose();
            if (known is not null)
                _state.Store.Close(known);
            throw;
        }
    }

    /// <summary>An open picture.</summary>
    /// <exception cref="RpcException">There is none.</exception>
    public OpenImage Find(int number)
    {
        lock (_lock)
            return _images.GetValueOrDefault(number) ?? throw new RpcException(RpcCode.InvalidParams, $"There is no open picture {number}.", "image");
    }

    /// <summary>Says whether a plane may lie in shared memory.</summary>
    /// <exception cref="RpcException">It may not.</exception>
    public void CheckSharing(PlaneInfo plane)
    {
        if (plane.Shm is not null && !MaySharePlanes)
            throw new RpcException(RpcCode.InvalidParams, "Shared memory was not agreed on.", "shm");
    }

    /// <summary>A request for a picture begins.</summary>
    public void Enter(OpenImage image)
    {
        lock (_lock)
            image.Requests++;
    }

    /// <summary>A request for a picture has ended.</summary>
    public void Leave(OpenImage image)
    {
        bool last;
        lock (_lock)
            last = --image.Requests == 0 && image.IsClosed;
        if (last)
            Free(image);
    }

    /// <summary>Closes a picture; what requests still use stays until they have ended.</summary>
    public void Close(OpenImage image)
    {
        bool unused;
        lock (_lock)
        {
            _images.Remove(image.Number);
            image.IsClosed = true;
            unused = image.Requests == 0;
        }

        // No chunk may find the planes any more, whether or not requests still read them.
        ReleasePlanes(image);
        if (unused)
            Free(image);
    }

    /// <summary>Closes everything; no request runs any more.</summary>
    public void CloseAll()
    {
        OpenImage[] all;
        lock (_lock)
            all = [.. _images.Values];
        foreach (OpenImage image in all)
            Close(image);
    }

    private void ReleasePlanes(OpenImage image)
    {
        Planes.Release(image.Layout);
        foreach (PlaneUpload upload in image.Uploads)
            Planes.Release(upload.Layout);
    }

    private void Free(OpenImage image) => image.Close(_state.Store);
}
