using CsCheck;

namespace GenRefocus.Imaging.Tests;

public class RowParallelTests
{
    [Fact]
    public void Every_row_is_visited_once() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[1, 5]).Sample((rows, threads) =>
        {
            var visits = new int[rows];
            RowParallel.For(rows, threads, (first, end) =>
            {
                for (int y = first; y < end; y++)
                    Interlocked.Increment(ref visits[y]);
            }, TestContext.Current.CancellationToken);
            Assert.All(visits, v => Assert.Equal(1, v));
        });

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Errors_and_cancellation_come_out_as_they_are(int threads)
    {
        Assert.Throws<InvalidOperationException>(() =>
            RowParallel.For(200, threads, (_, _) => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        using var source = new CancellationTokenSource();
        int bands = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => RowParallel.For(3200, threads, (_, _) =>
        {
            Interlocked.Increment(ref bands);
            source.Cancel();
        }, source.Token));
        Assert.InRange(bands, 1, threads);
    }
}
