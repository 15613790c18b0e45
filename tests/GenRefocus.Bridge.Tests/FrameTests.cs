using System.IO.Pipelines;
using CsCheck;

namespace GenRefocus.Bridge.Tests;

public sealed class FrameTests
{
    [Fact]
    public void Every_header_that_is_read_is_written_the_same()
    {
        Gen.Byte.Array[FrameLimits.HeaderBytes].Sample(bytes =>
        {
            try
            {
                byte[] again = new byte[FrameLimits.HeaderBytes];
                FrameHeader.Parse(bytes).Write(again);
                Assert.Equal(bytes, again);
            }
            catch (ProtocolException)
            {
                // Refused: nothing was to be written.
            }
        });
        Gen.Select(Gen.UInt[1, uint.MaxValue], Gen.Int[FrameLimits.OffsetBytes, FrameLimits.OffsetBytes + FrameLimits.MaxChunkBytes]).Sample((plane, length) =>
        {
            byte[] bytes = new byte[FrameLimits.HeaderBytes];
            FrameHeader header = new(FrameType.Chunk, plane, length);
            header.Write(bytes);
            Assert.Equal(header, FrameHeader.Parse(bytes));
        });
    }

    [Theory]
    [InlineData(7u, 1, 0, 0u)]
    [InlineData(8u, 1, 0, 0u)]
    [InlineData((1u << 20) + 9, 1, 0, 0u)]
    [InlineData(uint.MaxValue, 1, 0, 0u)]
    [InlineData(20u, 1, 0, 3u)]
    [InlineData(15u, 2, 0, 3u)]
    [InlineData((4u << 20) + 17, 2, 0, 3u)]
    [InlineData(20u, 2, 0, 0u)]
    [InlineData(20u, 3, 0, 0u)]
    [InlineData(20u, 1, 1, 0u)]
    public void A_wrong_header_is_refused(uint length, byte type, byte flags, uint channel)
    {
        byte[] bytes = new byte[FrameLimits.HeaderBytes];
        BitConverter.TryWriteBytes(bytes, length);
        bytes[4] = type;
        bytes[5] = flags;
        BitConverter.TryWriteBytes(bytes.AsSpan(8), channel);
        Assert.Throws<ProtocolException>(() => FrameHeader.Parse(bytes));
    }

    [Fact]
    public async Task Frames_arrive_as_they_were_sent_however_the_stream_cuts_them()
    {
        Pipe pipe = new();
        await using FrameChannel sender = new(pipe.Writer.AsStream(), TimeSpan.FromSeconds(5));
        await using FrameChannel receiver = new(new DribblingStream(pipe.Reader.AsStream()), TimeSpan.FromSeconds(5));
        RecordingSink sink = new();
        Task reading = receiver.ReadAsync(sink, TestContext.Current.CancellationToken);
        byte[] chunk = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];
        await sender.SendMessageAsync("{\"a\":1}"u8.ToArray(), TestContext.Current.CancellationToken);
        await sender.SendChunkAsync(9, 1L << 40, chunk, TestContext.Current.CancellationToken);
        await sender.SendMessageAsync("[]"u8.ToArray(), TestContext.Current.CancellationToken);
        await sender.DisposeAsync();
        await reading;
        Assert.Equal(["{\"a\":1}", "9@1099511627776+5000", "[]"], sink.Seen);
        Assert.Equal(chunk, sink.LastChunk);
    }

    [Fact]
    public async Task A_frame_that_stands_still_ends_the_reading_in_time()
    {
        Pipe pipe = new();
        await using FrameChannel receiver = new(pipe.Reader.AsStream(), TimeSpan.FromMilliseconds(200));
        Task reading = receiver.ReadAsync(new RecordingSink(), TestContext.Current.CancellationToken);
        await pipe.Writer.WriteAsync(new byte[] { 20, 0, 0 }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ProtocolException>(() => reading.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_frame_that_nobody_takes_ends_the_sending_in_time()
    {
        Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 1024, resumeWriterThreshold: 512));
        await using FrameChannel sender = new(pipe.Writer.AsStream(), TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAsync<IOException>(() => sender.SendChunkAsync(1, 0, new byte[1 << 20], TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => sender.SendMessageAsync(new byte[1], TestContext.Current.CancellationToken).AsTask());
    }
}
