namespace PaintDotNet.Effects;

public interface IEffectConfigForm : IIsDisposed
{
}
