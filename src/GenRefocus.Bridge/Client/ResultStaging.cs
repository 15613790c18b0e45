namespace GenRefocus.Bridge;

/// <summary>Keeps a result until it is whole.</summary>
internal sealed class ResultStaging
{
    private readonly byte[] _bytes;
    private readonly ChunkLedger _ledger;

    /// <summary>Takes a buffer that holds the plane.</summary>
    public ResultStaging(PlaneInfo plane, byte[] bytes)
    {
        _bytes = bytes;
        Length = (int)plane.ByteLength;
        _ledger = new ChunkLedger(Length);
    }

    /// <summary>Bytes of the plane.</summary>
    public int Length { get; }

    /// <summary>Whether everything came.</summary>
    public bool IsComplete => _ledger.IsComplete;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Where a chunk goes.</summary>
    public Memory<byte> Place(ulong offset, int length)
    {
        _ledger.Enter(offset, length);
        return _bytes.AsMemory((int)offset, length);
    }
}
