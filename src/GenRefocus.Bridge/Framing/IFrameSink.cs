namespace GenRefocus.Bridge;

/// <summary>Takes what a <see cref="FrameChannel"/> reads; called by one thread at a time.</summary>
public interface IFrameSink
{
    /// <summary>Takes a message.</summary>
    /// <param name="utf8">Its JSON; valid until the call returns.</param>
    /// <exception cref="ProtocolException">It ends the connection.</exception>
    ValueTask TakeMessageAsync(ReadOnlyMemory<byte> utf8);

    /// <summary>Says where a chunk belongs, before its bytes are read.</summary>
    /// <param name="plane">The plane's id.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <returns>Memory of that length.</returns>
    /// <exception cref="ProtocolException">It does not belong anywhere.</exception>
    Memory<byte> PlaceChunk(uint plane, ulong offset, int length);

    /// <summary>Says that a chunk is there.</summary>
    /// <param name="plane">The plane's id.</param>
    /// <param name="offset">Where it begins.</param>
    /// <param name="length">Its bytes.</param>
    void ChunkArrived(uint plane, ulong offset, int length);
}
