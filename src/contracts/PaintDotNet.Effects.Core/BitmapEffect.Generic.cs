using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public abstract class BitmapEffect<TToken> : BitmapEffect
    where TToken : EffectConfigToken
{
    protected BitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
        : base(name, submenuName, options)
    {
    }

    protected BitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    protected new TToken Token => (TToken)base.Token;

    protected sealed override void OnSetToken(EffectConfigToken? newToken) => OnSetToken((TToken?)newToken);

    protected virtual void OnSetToken(TToken? newToken)
    {
    }
}
