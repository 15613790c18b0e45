using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public abstract class EffectBase : RefTrackedObject, IEffect
{
    private EffectSite? _site;
    private EffectConfigToken? _token;

    internal EffectBase(string name, string? submenuName, EffectOptionsBase options)
    {
        Name = name;
        SubmenuName = submenuName;
        Options = options;
    }

    internal string Name { get; }

    internal string? SubmenuName { get; }

    internal EffectOptionsBase Options { get; }

    internal EffectSite Site
    {
        get => _site ?? throw new InvalidOperationException("The host has not set the effect up yet.");
        set => _site = value;
    }

    protected CancellationToken CancellationToken => Site.CancellationToken;

    protected bool IsCancelRequested => Site.CancellationToken.IsCancellationRequested;

    protected IServiceProvider Services => Site.Services;

    protected EffectConfigToken Token => _token ?? throw new InvalidOperationException("There is no token yet.");

    internal void KeepToken(EffectConfigToken? token) => _token = token;

    protected sealed override void Dispose(bool disposing)
    {
        OnDispose(disposing);
        base.Dispose(disposing);
    }

    protected virtual IEffectConfigForm OnCreateConfigForm() => throw new NotSupportedException("The contract has no windows.");

    protected virtual void OnDispose(bool disposing)
    {
    }
}
