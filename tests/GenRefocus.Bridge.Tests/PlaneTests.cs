using System.Security.Cryptography;
using CsCheck;

namespace GenRefocus.Bridge.Tests;

public sealed class PlaneTests
{
    [Fact]
    public void Chunks_in_any_order_complete_a_plane_and_each_byte_comes_once()
    {
        Gen.Select(Gen.Int[1, 400], Gen.Int[1, 50], Gen.Int).Sample((length, step, seed) =>
        {
            int[] starts = [.. Enumerable.Range(0, (length + step - 1) / step).Select(i => i * step)];
            new Random(seed).Shuffle(starts);
            ChunkLedger ledger = new(length);
            foreach (int start in starts)
            {
                Assert.False(ledger.IsComplete);
                ledger.Enter((ulong)start, Math.Min(step, length - start));
                Assert.Throws<ProtocolException>(() => ledger.Enter((ulong)start, 1));
            }

            Assert.True(ledger.IsComplete);
            Assert.Throws<ProtocolException>(() => ledger.Enter((ulong)length, 1));
            Assert.Throws<ProtocolException>(() => ledger.Enter(ulong.MaxValue, 1));
        });
    }

    [Fact]
    public void The_ledger_agrees_with_a_plain_list_of_bytes()
    {
        Gen.Select(Gen.Int[0, 39], Gen.Int[0, 12]).Array[1, 30].Sample(chunks =>
        {
            ChunkLedger ledger = new(40);
            bool[] came = new bool[40];
            foreach ((int start, int count) in chunks)
            {
                bool allowed = start + count <= 40 && !came.AsSpan(start, Math.Min(count, 40 - start)).Contains(true);
                if (!allowed)
                {
                    Assert.Throws<ProtocolException>(() => ledger.Enter((ulong)start, count));
                    return;
                }

                ledger.Enter((ulong)start, count);
                came.AsSpan(start, count).Fill(true);
                Assert.Equal(!came.Contains(false), ledger.IsComplete);
            }
        });
    }

    [Fact]
    public void Scattered_chunks_are_bounded()
    {
        ChunkLedger ledger = new(1 << 20);
        for (int i = 0; i < ChunkLedger.MaxStretches; i++)
            ledger.Enter((ulong)(2 * i), 1);
        Assert.Throws<ProtocolException>(() => ledger.Enter(2 * ChunkLedger.MaxStretches, 1));
    }

    [Fact]
    public void The_hash_is_that_of_the_document()
    {
        PlaneInfo plane = new() { Id = 1, Role = PlaneRole.Colour, Format = PlaneFormat.U8, Channels = 4, Width = 2, Height = 2, Stride = 11, Alpha = AlphaKind.Straight };
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 9, 10, 11, 12, 13, 14, 15, 16];
        byte[] text = [.. "colour u8 4 2 2 straight srgb\n"u8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text)), ContentHash.Of(plane, bytes));
    }

    [Fact]
    public void A_plane_that_passes_the_check_has_a_size_that_does_not_overflow()
    {
        Gen<int> sides = Gen.OneOf(Gen.Int, Gen.Int[-2, 5000], Gen.Const(PlaneInfo.MaxSide));
        Gen.Select(sides, sides, sides, Gen.Int[-1, 6], Gen.Int[0, 5]).Sample((width, height, stride, channels, format) =>
        {
            PlaneInfo plane = new() { Id = 1, Role = PlaneRole.Colour, Format = (PlaneFormat)format, Channels = channels, Width = width, Height = height, Stride = stride, Alpha = channels is 2 or 4 ? AlphaKind.Straight : AlphaKind.None };
            if (plane.Check() is null)
                Assert.True(plane.RowBytes > 0 && plane.ByteLength >= plane.RowBytes && plane.Stride >= plane.RowBytes);
        });
    }

    [Fact]
    public void Shared_memory_is_seen_on_both_sides_and_only_memory_is_opened()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Only Linux is run here.");
        using SharedBlock own = SharedBlock.TryCreate(1000)!;
        using SharedBlock peer = SharedBlock.Open(own.Description, Environment.ProcessId, 1000);
        own.Write(990, [1, 2, 3]);
        byte[] read = new byte[3];
        peer.Read(990, read);
        Assert.Equal([1, 2, 3], read);
        Assert.Throws<RpcException>(() => SharedBlock.Open(own.Description, Environment.ProcessId, 1001));
        Assert.Throws<RpcException>(() => SharedBlock.Open(own.Description with { Fd = 1 }, Environment.ProcessId, 1));
        Assert.Throws<RpcException>(() => SharedBlock.Open(own.Description with { Fd = null }, Environment.ProcessId, 1));
        Assert.Throws<IOException>(() => peer.Read(999, new byte[10]));
    }
}
