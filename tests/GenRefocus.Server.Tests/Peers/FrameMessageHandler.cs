using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace GenRefocus.Server.Tests.Peers;

/// <summary>Our frames for StreamJsonRpc: messages only.</summary>
internal sealed class FrameMessageHandler(IDuplexPipe pipe, IJsonRpcMessageFormatter formatter) : PipeMessageHandler(pipe, formatter)
{
    private const int Head = 12;

    protected override void Write(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> json = new();
        Formatter.Serialize(json, content);
        Span<byte> head = Writer!.GetSpan(Head);
        head[..Head].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)(json.WrittenCount + 8));
        head[4] = 1;
        Writer.Advance(Head);
        Writer.Write(json.WrittenSpan);
    }

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(Head, cancellationToken))
            return null;
        byte[] head = Take(Head);
        int length = (int)BinaryPrimitives.ReadUInt32LittleEndian(head) - 8;
        if (!await ReadAsync(length, cancellationToken))
            return null;
        return Formatter.Deserialize(new ReadOnlySequence<byte>(Take(length)));
    }

    private async ValueTask<bool> ReadAsync(int count, CancellationToken cancellationToken)
    {
        ReadResult read = await Reader!.ReadAtLeastAsync(count, cancellationToken);
        bool enough = read.Buffer.Length >= count;
        Reader.AdvanceTo(read.Buffer.Start, enough ? read.Buffer.Start : read.Buffer.End);
        return enough;
    }

    private byte[] Take(int count)
    {
        Reader!.TryRead(out ReadResult read);
        byte[] bytes = read.Buffer.Slice(0, count).ToArray();
        Reader.AdvanceTo(read.Buffer.GetPosition(count));
        return bytes;
    }
}
