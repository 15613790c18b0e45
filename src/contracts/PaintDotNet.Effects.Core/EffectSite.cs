namespace PaintDotNet.Effects;

/// <summary>What the host gives an effect; set by the host of the tests.</summary>
internal sealed class EffectSite(IBitmapEffectEnvironment environment, IServiceProvider services)
{
    private CancellationTokenSource _cancellation = new();

    public IBitmapEffectEnvironment Environment { get; } = environment;

    public IServiceProvider Services { get; } = services;

    public CancellationToken CancellationToken => Volatile.Read(ref _cancellation).Token;

    public void Cancel() => Volatile.Read(ref _cancellation).Cancel();

    /// <summary>As the real host does, every token gets a cancellation of its own.</summary>
    public void Renew() => Volatile.Write(ref _cancellation, new CancellationTokenSource());
}
