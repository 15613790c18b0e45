using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>A picture that a client has open: known already, or on its way.</summary>
internal sealed class OpenImage : IDisposable
{
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private readonly ContentKey _key;
    private readonly CaptureInfo _capture;
    private readonly ColourEncoding? _profile;
    private StoredPicture? _picture;
    private PlaneUpload? _upload;
    private PlaneUpload? _selectionUpload;
    private SelectionMask? _selection;

    public OpenImage(int number, ContentKey key, OpenParams open, CaptureInfo capture, ColourEncoding? profile, StoredPicture? known)
    {
        Number = number;
        Layout = open.Planes[0];
        _key = key;
        _capture = capture;
        _profile = profile;
        _picture = known;
    }

    /// <summary>Its number in the connection.</summary>
    public int Number { get; }

    /// <summary>What is sent, or was.</summary>
    public PlaneInfo Layout { get; }

    /// <summary>Bytes of its planes.</summary>
    public long PlaneBytes => Layout.ByteLength + (_selectionUpload?.Layout.ByteLength ?? 0);

    /// <summary>The newest generation that was asked for.</summary>
    public long Generation { get; set; } = long.MinValue;

    /// <summary>Requests that have not ended.</summary>
    public int Requests { get; set; }

    /// <summary>Whether the client closed it.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Planes that the client is to send.</summary>
    public IEnumerable<PlaneUpload> Uploads
    {
        get
        {
            if (_upload is not null)
                yield return _upload;
            if (_selectionUpload is not null)
                yield return _selectionUpload;
        }
    }

    /// <summary>What may change; null for everything. After <see cref="PrepareAsync"/>.</summary>
    public SelectionMask? Selection => _selection;

    /// <summary>Expects planes.</summary>
    public void Expect(PlaneUpload? upload, PlaneUpload? selection)
    {
        _upload = upload;
        _selectionUpload = selection;
    }

    /// <summary>Waits until the planes are there and makes a picture of them.</summary>
    /// <exception cref="RpcException">They do not come, or are not those of the hash.</exception>
    public async Task<StoredPicture> PrepareAsync(PictureStore store, TimeSpan silence, CancellationToken cancellationToken)
    {
        foreach (PlaneUpload upload in Uploads)
            await upload.WaitAsync(silence, cancellationToken).ConfigureAwait(false);
        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_selection is null && _selectionUpload is not null)
                _selection = ReadSelection(_selectionUpload, cancellationToken);
            return _picture ??= store.Add(_key, ReadPicture(_upload!, cancellationToken));
        }
        finally
        {
            _preparing.Release();
        }
    }

    /// <summary>Gives everything back; no request runs any more.</summary>
    public void Close(PictureStore store)
    {
        if (_picture is not null)
            store.Close(_picture);
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PlaneUpload upload in Uploads)
            upload.Dispose();
        _selection?.Dispose();
        _preparing.Dispose();
    }

    private static SelectionMask ReadSelection(PlaneUpload upload, CancellationToken cancellationToken)
    {
        SelectionMask mask = new(upload.Layout);
        upload.ReadRows(mask.SetRow, cancellationToken);
        upload.Dispose();
        return mask;
    }

    private ClientPicture ReadPicture(PlaneUpload upload, CancellationToken cancellationToken)
    {
        ClientPicture picture = ClientPicture.Create(Layout, _profile, _capture);
        try
        {
            using ContentHash hash = new();
            hash.Begin(Layout);
            upload.ReadRows((y, row) =>
            {
                hash.Add(row);
                picture.SetRow(y, row);
            }, cancellationToken);
            if (hash.Finish() != _key.Hash)
                throw new RpcException(RpcCode.Image, "The pixels that came are not those of the hash.", "hash");
            upload.Dispose();
            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }
}
