namespace GenRefocus.Engine.Tests;

public sealed class KeptNetworkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callers_share_a_network_and_use_it_one_at_a_time()
    {
        int opened = 0, inside = 0, most = 0;
        using KeptNetwork<Network> kept = new((_, _) =>
        {
            Interlocked.Increment(ref opened);
            return new Network();
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => kept.Use("a", network =>
        {
            int now = Interlocked.Increment(ref inside);
            most = Math.Max(most, now);
            Thread.Sleep(5);
            Interlocked.Decrement(ref inside);
            return network.IsDisposed;
        }, Token)))).WaitAsync(Patience, Token);
        Assert.Equal((1, 1), (opened, most));
    }

    [Fact]
    public void Another_file_takes_the_place_of_the_last()
    {
        List<Network> all = [];
        KeptNetwork<Network> kept = new((_, _) =>
        {
            all.Add(new Network());
            return all[^1];
        });
        kept.Use("a", network => network, Token);
        kept.Use("b", network => network, Token);
        kept.Use("b", network => network, Token);
        Assert.Equal([true, false], all.Select(network => network.IsDisposed));
        kept.Dispose();
        Assert.True(all[1].IsDisposed);
    }

    [Fact]
    public void Somebody_elses_cancellation_and_failure_are_not_kept()
    {
        int calls = 0;
        using CancellationTokenSource other = new();
        using KeptNetwork<Network> kept = new((_, token) =>
        {
            if (++calls == 1)
                other.Cancel();
            token.ThrowIfCancellationRequested();
            return calls == 3 ? throw new InvalidDataException("broken") : new Network();
        });
        kept.Prepare("a", static (_, _) => { }, other.Token);
        Assert.False(kept.Use("a", network => network.IsDisposed, Token));
        Assert.Equal(2, calls);
        Assert.Throws<InvalidDataException>(() => kept.Use("b", network => network, Token));
        Assert.False(kept.Use("b", network => network.IsDisposed, Token));
    }

    [Fact]
    public async Task Waiting_for_a_network_can_be_cancelled_and_its_end_waits_for_its_user()
    {
        KeptNetwork<Network> kept = new((_, _) => new Network());
        using ManualResetEventSlim entered = new(), leave = new();
        Task<bool> working = Task.Run(() => kept.Use("a", network =>
        {
            entered.Set();
            leave.Wait(Token);
            return network.IsDisposed;
        }, Token));
        entered.Wait(Token);
        using CancellationTokenSource impatient = new(TimeSpan.FromMilliseconds(20));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => kept.Use("a", network => network, impatient.Token)));
        Task end = Task.Run(kept.Dispose, Token);
        leave.Set();
        Assert.False(await working.WaitAsync(Patience, Token));
        await end.WaitAsync(Patience, Token);
    }

    private sealed class Network : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
