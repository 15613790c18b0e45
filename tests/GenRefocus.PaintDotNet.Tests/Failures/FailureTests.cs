using GenRefocus.PaintDotNet.Tests.Engines;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.PaintDotNet.Tests.Rendering;
using GenRefocus.Server.Tests;

namespace GenRefocus.PaintDotNet.Tests.Failures;

[Collection(nameof(OneHost))]
public sealed class FailureTests : IDisposable
{
    private static readonly TimeSpan LessThanTheEnginesSilence = TimeSpan.FromSeconds(9);

    private readonly Installation _installation = new(hasEngine: false);
    private readonly HostPixels _source = HostPixels.Make(300, 200, 1);

    public void Dispose() => _installation.Dispose();

    [Fact]
    public void A_missing_engine_is_told_once_and_one_that_comes_is_used()
    {
        using EffectHost host = new(_installation, _source);
        AssertUntouched(host, "engine is missing", "GenRefocus is not installed");
        using FakeEngine engine = new(_installation.Endpoint);
        AssertWorks(host);
    }

    [Theory]
    [InlineData(nameof(FakeBehaviour.Crashes), "stopped", "The engine stopped")]
    [InlineData(nameof(FakeBehaviour.Refuses), "refused", "blur.strength")]
    [InlineData(nameof(FakeBehaviour.IsOld), "versions", "0 to 0")]
    public void An_engine_that_fails_is_told_once_and_one_that_works_again_is_used(string behaviour, string message, string details)
    {
        using FakeEngine engine = new(_installation.Endpoint) { Behaviour = Enum.Parse<FakeBehaviour>(behaviour) };
        using EffectHost host = new(_installation, _source);
        AssertUntouched(host, message, details);
        engine.Behaviour = FakeBehaviour.Renders;
        AssertWorks(host);
        engine.Behaviour = FakeBehaviour.Crashes;
        Assert.True(host.With("FNumber", 22.0).Preview().IsWhole);
        Assert.Equal(2, host.Services.Shown.Count);
        Assert.True(Expected.IsAlike(_source, host.Canvas));
    }

    [Fact]
    public async Task An_engine_that_hangs_does_not_hold_a_cancelled_dialog()
    {
        using FakeEngine engine = new(_installation.Endpoint) { Behaviour = FakeBehaviour.Hangs };
        using EffectHost host = new(_installation, _source);
        (bool isWhole, TimeSpan time) = await Task.Run(() => host.Preview(TimeSpan.FromMilliseconds(300))).WaitAsync(LessThanTheEnginesSilence, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"returned {time.TotalMilliseconds:0} ms after the cancellation");
        Assert.False(isWhole);
        Assert.Empty(host.Services.Shown);
        Assert.True(Expected.IsAlike(_source, host.Canvas));
        engine.Behaviour = FakeBehaviour.Renders;
        AssertWorks(host);
    }

    [Fact]
    public void An_engine_that_hangs_is_told_after_its_silence()
    {
        using FakeEngine engine = new(_installation.Endpoint) { Behaviour = FakeBehaviour.Hangs };
        using EffectHost host = new(_installation, _source);
        Assert.True(host.Preview().IsWhole);
        Assert.Contains("silent", Assert.Single(host.Services.Shown).Details, StringComparison.Ordinal);
        Assert.True(Expected.IsAlike(_source, host.Canvas));
        engine.Behaviour = FakeBehaviour.Renders;
        AssertWorks(host);
    }

    [Fact]
    public void An_engine_that_says_nothing_at_all_is_told()
    {
        if (!LongTests.Choose(false, true))
            Assert.Skip("Takes a minute; set GENREFOCUS_LONG_TESTS=1.");
        using FakeEngine engine = new(_installation.Endpoint) { Behaviour = FakeBehaviour.IsSilent };
        using EffectHost host = new(_installation, _source);
        AssertUntouched(host, "engine is missing", "GenRefocus is not installed");
    }

    [Fact]
    public void An_instance_may_be_closed_while_it_works()
    {
        using FakeEngine engine = new(_installation.Endpoint) { RenderTime = () => TimeSpan.FromSeconds(5) };
        using (EffectHost host = new(_installation, _source))
            Assert.False(host.Preview(TimeSpan.FromMilliseconds(100)).IsWhole);
        engine.RenderTime = () => TimeSpan.Zero;
        using EffectHost next = new(_installation, _source);
        AssertWorks(next);
    }

    private static void AssertWorks(EffectHost host)
    {
        int shown = host.Services.Shown.Count;
        Assert.True(host.With("FNumber", 11.0).Preview().IsWhole);
        Assert.True(Expected.IsAlike(Expected.Fake(host.Source, 11), host.Canvas), string.Join('\n', host.Services.Shown));
        Assert.Equal(shown, host.Services.Shown.Count);
    }

    private void AssertUntouched(EffectHost host, string message, string details)
    {
        foreach (double fNumber in (double[])[1.4, 2.8, 2.8])
        {
            Assert.True(host.With("FNumber", fNumber).Preview().IsWhole);
            Assert.True(Expected.IsAlike(_source, host.Canvas));
        }

        (string shown, string why) = Assert.Single(host.Services.Shown);
        Assert.Contains(message, shown, StringComparison.Ordinal);
        Assert.Contains("unchanged", shown, StringComparison.Ordinal);
        Assert.Contains(details, why, StringComparison.Ordinal);
    }
}
