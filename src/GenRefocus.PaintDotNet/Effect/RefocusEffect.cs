using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace GenRefocus.PaintDotNet;

/// <summary>Effects → Photo → Refocus (Depth of Field). The engine, a process of its own, does the work; tiles are copied from its result.</summary>
[PluginSupportInfo(typeof(PluginInfo))]
public sealed class RefocusEffect : PropertyBasedBitmapEffect
{
    private readonly EffectErrors _errors = new();
    private EffectRun? _run;

    /// <summary>Makes the effect; Paint.NET also does it to list its menu, so nothing is started, read or shown here.</summary>
    public RefocusEffect()
        : base(MenuName.ForUser(), SubmenuNames.Photo, BitmapEffectOptions.Create() with { IsConfigurable = true })
    {
    }

    /// <inheritdoc/>
    protected override PropertyCollection OnCreatePropertyCollection() => PropertyBuilder.Build();

    /// <inheritdoc/>
    protected override ControlInfo OnCreateConfigUI(PropertyCollection props) => DialogBuilder.Build(props, DialogTexts.ForUser(), Environment.GetSourceBitmapBgra32());

    /// <inheritdoc/>
    protected override void OnCustomizeConfigUIWindowProperties(PropertyCollection props)
    {
        ArgumentNullException.ThrowIfNull(props);
        DialogTexts texts = DialogTexts.ForUser();
        Set(props, ControlInfoPropertyNames.WindowTitle, MenuName.ForUser());
        Set(props, ControlInfoPropertyNames.WindowHelpContentType, WindowHelpContentType.PlainText);
        Set(props, ControlInfoPropertyNames.WindowHelpContent, HelpText.Write(texts));
        base.OnCustomizeConfigUIWindowProperties(props);
    }

    /// <inheritdoc/>
    protected override void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
        ArgumentNullException.ThrowIfNull(renderInfo);
        renderInfo.OutputPixelFormat = PixelFormats.Bgra32;
        renderInfo.Schedule = BitmapEffectRenderingSchedule.SquareTiles;
        base.OnInitializeRenderInfo(renderInfo);
    }

    /// <inheritdoc/>
    protected override void OnSetToken(PropertyBasedEffectConfigToken? newToken)
    {
        if (newToken is not null)
        {
            _run ??= new EffectRun(Environment, EngineRoom.Shared);
            _run.Begin(TokenReader.Read(newToken), () => IsCancelRequested);
            Result();
        }

        base.OnSetToken(newToken);
    }

    /// <inheritdoc/>
    protected override void OnRender(IBitmapEffectOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        RefocusedPicture? result = Result();
        if (IsCancelRequested)
            return;
        using IBitmapLock<ColorBgra32> tile = output.LockBgra32();
        TileWriter.Write(result, Environment, output.Bounds, tile.AsRegionPtr());
    }

    /// <inheritdoc/>
    protected override void OnDispose(bool disposing)
    {
        if (disposing)
            DisposableUtil.Free(ref _run);
        base.OnDispose(disposing);
    }

    private static void Set(PropertyCollection props, ControlInfoPropertyNames name, object value)
    {
        if (props[name] is { } property)
            property.Value = value;
    }

    // Null where the host cancelled, or the engine failed, which is told once.
    private RefocusedPicture? Result()
    {
        EffectOutcome? outcome = _run?.Wait(() => IsCancelRequested);
        if (outcome is not null)
            _errors.Take(outcome, Services);
        return outcome?.Picture;
    }
}
