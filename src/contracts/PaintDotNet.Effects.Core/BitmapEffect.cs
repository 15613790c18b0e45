using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public abstract class BitmapEffect : EffectBase
{
    protected BitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
        : base(name, submenuName, options)
    {
    }

    protected BitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : base(name, submenuName, options)
    {
    }

    protected IBitmapEffectEnvironment Environment => Site.Environment;

    internal void InitializeRenderInfo(IBitmapEffectRenderInfo renderInfo) => OnInitializeRenderInfo(renderInfo);

    internal void SetToken(EffectConfigToken? newToken)
    {
        KeepToken(newToken);
        OnSetToken(newToken);
    }

    internal void Render(IBitmapEffectOutput output) => OnRender(output);

    protected override void OnDispose(bool disposing) => base.OnDispose(disposing);

    protected virtual void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
    }

    protected abstract void OnRender(IBitmapEffectOutput output);

    protected virtual void OnSetToken(EffectConfigToken? newToken)
    {
    }
}
