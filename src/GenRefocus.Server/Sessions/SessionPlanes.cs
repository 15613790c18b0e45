using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>The planes of a connection: which ids are in use, which take chunks, and how many bytes they are.</summary>
internal sealed class SessionPlanes(long maxBytes)
{
    private readonly Dictionary<uint, PlaneUpload?> _planes = [];
    private readonly Lock _lock = new();
    private long _bytes;

    /// <summary>Takes ids into use.</summary>
    /// <exception cref="RpcException">One is in use, or the bytes are too many.</exception>
    public void Reserve(params ReadOnlySpan<PlaneInfo> planes)
    {
        lock (_lock)
        {
            long bytes = 0;
            foreach (PlaneInfo plane in planes)
            {
                if (_planes.ContainsKey(plane.Id))
                    throw new RpcException(RpcCode.InvalidParams, $"The plane id {plane.Id} is in use.", "id");
                bytes += plane.ByteLength;
            }

            if (bytes > maxBytes - _bytes)
                throw new RpcException(RpcCode.Limit, $"The planes of this client would take more than {maxBytes} bytes; close a picture first.", "planes");
            _bytes += bytes;
            foreach (PlaneInfo plane in planes)
                _planes.Add(plane.Id, null);
        }
    }

    /// <summary>Lets a plane take chunks.</summary>
    public void Expect(PlaneUpload upload)
    {
        lock (_lock)
            _planes[upload.Layout.Id] = upload;
    }

    /// <summary>Frees ids.</summary>
    public void Release(params ReadOnlySpan<PlaneInfo> planes)
    {
        lock (_lock)
        {
            foreach (PlaneInfo plane in planes)
            {
                if (_planes.Remove(plane.Id))
                    _bytes -= plane.ByteLength;
            }
        }
    }

    /// <summary>The plane that a chunk is of.</summary>
    /// <exception cref="ProtocolException">There is none.</exception>
    public PlaneUpload Find(uint id)
    {
        lock (_lock)
            return _planes.GetValueOrDefault(id) ?? throw new ProtocolException($"A chunk came for the plane {id}, which was not asked for.");
    }
}
