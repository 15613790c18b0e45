using PaintDotNet.AppModel;

namespace PaintDotNet.Effects;

public record EffectOptionsBase : PluginOptions, IEffectOptions
{
    internal EffectOptionsBase()
    {
    }

    public bool IsConfigurable { get; set; }
}
