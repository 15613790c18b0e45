using System.Buffers.Binary;

namespace GenRefocus.Bridge;

/// <summary>The first twelve bytes of a frame.</summary>
/// <param name="Type">What the frame carries.</param>
/// <param name="Channel">0 for a message, the plane's id for a chunk.</param>
/// <param name="PayloadBytes">Bytes that follow.</param>
public readonly record struct FrameHeader(FrameType Type, uint Channel, int PayloadBytes)
{
    /// <summary>Reads and checks a header.</summary>
    /// <param name="bytes">Twelve bytes.</param>
    /// <exception cref="ProtocolException">They are no header that the protocol allows.</exception>
    public static FrameHeader Parse(ReadOnlySpan<byte> bytes)
    {
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        byte type = bytes[4], flags = bytes[5];
        ushort reserved = BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]);
        uint channel = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
        if (flags != 0 || reserved != 0)
            throw new ProtocolException("A frame has flags that this version does not know.");
        (long least, long most) = type switch
        {
            (byte)FrameType.Message => (1, FrameLimits.MaxMessageBytes),
            (byte)FrameType.Chunk => (FrameLimits.OffsetBytes, FrameLimits.OffsetBytes + FrameLimits.MaxChunkBytes),
            _ => throw new ProtocolException($"A frame has the unknown type {type}."),
        };
        long payload = (long)length - FrameLimits.CountedHeaderBytes;
        if (payload < least || payload > most)
            throw new ProtocolException($"A frame of type {type} has the length {length}, which is not allowed.");
        if ((type == (byte)FrameType.Message) != (channel == 0))
            throw new ProtocolException($"A frame of type {type} has the channel {channel}, which is not allowed.");
        return new FrameHeader((FrameType)type, channel, (int)payload);
    }

    /// <summary>Writes the header.</summary>
    /// <param name="bytes">Receives twelve bytes.</param>
    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)(FrameLimits.CountedHeaderBytes + PayloadBytes));
        bytes[4] = (byte)Type;
        bytes[5] = 0;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[6..], 0);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[8..], Channel);
    }
}
