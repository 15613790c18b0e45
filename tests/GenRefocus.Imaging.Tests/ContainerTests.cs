using System.Numerics;
using CsCheck;

namespace GenRefocus.Imaging.Tests;

[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;

/// <summary>The pool is one for the process: these tests run alone.</summary>
[Collection(nameof(RunsAlone))]
public unsafe class ContainerTests
{
    [Fact]
    public void Rows_of_every_container_start_on_64_byte_boundaries() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 9]).Sample((width, height) =>
        {
            using var floats = new Plane<float>(width, height);
            using var bytes = new Plane<byte>(width, height);
            using var image = new LinearImage(width, height);
            for (int y = 0; y < height; y++)
            {
                fixed (float* f = floats.Row(y))
                fixed (byte* b = bytes.Row(y))
                fixed (Vector4* v = image.Row(y))
                {
                    Assert.Equal(0, (nint)f % 64);
                    Assert.Equal(0, (nint)b % 64);
                    Assert.Equal(0, (nint)v % 64);
                }

                Assert.Equal(width, floats.Row(y).Length);
                Assert.Equal(width, image.Row(y).Length);
            }
        });

    [Fact]
    public void Rows_do_not_overlap()
    {
        using var plane = new Plane<int>(17, 5);
        for (int y = 0; y < 5; y++)
            plane.Row(y).Fill(y);
        for (int y = 0; y < 5; y++)
            Assert.All(plane.Row(y).ToArray(), v => Assert.Equal(y, v));
    }

    [Fact]
    public void Sizes_and_rows_outside_the_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Plane<float>(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinearImage(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedMemory<byte>(AlignedPool.MaxBytes + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedMemory<byte>(-1));
        using var plane = new Plane<float>(4, 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => plane.Row(4).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => plane.Row(-1).Length);
    }

    [Fact]
    public void A_given_back_block_is_kept_and_taken_again()
    {
        AlignedPool.Trim();
        var first = new AlignedMemory<byte>(1_000_000);
        nint address = (nint)first.Pointer;
        first.Dispose();
        Assert.True(AlignedPool.KeptBytes >= 1_000_000);
        using var second = new AlignedMemory<byte>(990_000);
        Assert.Equal(address, (nint)second.Pointer);
        Assert.Equal(0, AlignedPool.KeptBytes);
    }

    [Fact]
    public void Disposing_twice_gives_the_block_back_once()
    {
        AlignedPool.Trim();
        var memory = new AlignedMemory<byte>(300_000);
        memory.Dispose();
        long kept = AlignedPool.KeptBytes;
        memory.Dispose();
        Assert.Equal(kept, AlignedPool.KeptBytes);
        Assert.Throws<ObjectDisposedException>(() => (nint)memory.Pointer);
        using var a = new AlignedMemory<byte>(300_000);
        using var b = new AlignedMemory<byte>(300_000);
        Assert.NotEqual((nint)a.Pointer, (nint)b.Pointer);
    }

    [Fact]
    public void Disposing_from_many_threads_gives_the_block_back_once()
    {
        for (int i = 0; i < 50; i++)
        {
            AlignedPool.Trim();
            var memory = new AlignedMemory<byte>(200_000);
            Parallel.For(0, 8, _ => memory.Dispose());
            long kept = AlignedPool.KeptBytes;
            AlignedPool.Trim();
            Assert.InRange(kept, 200_000, 250_000);
            Assert.Equal(0, AlignedPool.KeptBytes);
        }
    }

    [Fact]
    public void Sizes_that_were_used_long_ago_make_room_for_those_of_today()
    {
        AlignedPool.Trim();
        AlignedMemory<byte>[] old = [.. Enumerable.Range(0, 8).Select(_ => new AlignedMemory<byte>(AlignedPool.MaxKeptBytes / 8))];
        foreach (AlignedMemory<byte> memory in old)
            memory.Dispose();
        Assert.Equal(AlignedPool.MaxKeptBytes, AlignedPool.KeptBytes);
        var today = new AlignedMemory<byte>(100 << 20);
        nint address = (nint)today.Pointer;
        today.Dispose();
        Assert.InRange(AlignedPool.KeptBytes, 100 << 20, AlignedPool.MaxKeptBytes);
        using var again = new AlignedMemory<byte>(100 << 20);
        Assert.Equal(address, (nint)again.Pointer);
        again.Dispose();
        AlignedPool.Trim();
        Assert.Equal(0, AlignedPool.KeptBytes);
    }

    [Fact]
    public void Trim_frees_what_is_kept_and_nothing_in_use()
    {
        using var inUse = new AlignedMemory<int>(100_000);
        new Span<int>(inUse.Pointer, 100_000).Fill(7);
        new AlignedMemory<int>(100_000).Dispose();
        AlignedPool.Trim();
        Assert.Equal(0, AlignedPool.KeptBytes);
        Assert.Equal(-1, new Span<int>(inUse.Pointer, 100_000).IndexOfAnyExcept(7));
    }

    [Fact]
    public void The_pool_keeps_no_more_than_its_limit()
    {
        AlignedPool.Trim();
        AlignedMemory<byte>[] blocks = [.. Enumerable.Range(0, 5).Select(_ => new AlignedMemory<byte>(AlignedPool.MaxKeptBytes / 4))];
        foreach (AlignedMemory<byte> block in blocks)
            block.Dispose();
        Assert.InRange(AlignedPool.KeptBytes, 1, AlignedPool.MaxKeptBytes);
        AlignedPool.Trim();
    }

    [Fact]
    public void Copies_need_equal_sizes()
    {
        using var a = new LinearImage(3, 2);
        using var b = new LinearImage(2, 3);
        Assert.Throws<ArgumentException>(() => a.CopyFrom(b));
        using var c = new LinearImage(3, 2);
        c.Fill(new Vector4(1, 2, 3, 4));
        a.CopyFrom(c);
        Assert.Equal(new Vector4(1, 2, 3, 4), a[2, 1]);
    }
}
