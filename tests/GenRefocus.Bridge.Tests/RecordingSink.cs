using System.Globalization;
using System.Text;

namespace GenRefocus.Bridge.Tests;

/// <summary>Writes down what comes.</summary>
internal sealed class RecordingSink : IFrameSink
{
    public List<string> Seen { get; } = [];

    public byte[] LastChunk { get; private set; } = [];

    public ValueTask TakeMessageAsync(ReadOnlyMemory<byte> utf8)
    {
        Seen.Add(Encoding.UTF8.GetString(utf8.Span));
        return ValueTask.CompletedTask;
    }

    public Memory<byte> PlaceChunk(uint plane, ulong offset, int length) => LastChunk = new byte[length];

    public void ChunkArrived(uint plane, ulong offset, int length) => Seen.Add(string.Create(CultureInfo.InvariantCulture, $"{plane}@{offset}+{length}"));
}
