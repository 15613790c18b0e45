using GenRefocus.Bridge;
using PaintDotNet;
using PaintDotNet.AppModel;

namespace GenRefocus.PaintDotNet;

/// <summary>Tells the user what went wrong, once: a slider that is dragged meets the same error many times.</summary>
internal sealed class EffectErrors
{
    private readonly Lock _lock = new();
    private string? _told;

    /// <summary>Shows the error of an outcome, unless it is the last one shown; a success makes it news again.</summary>
    public void Take(EffectOutcome outcome, IServiceProvider services)
    {
        if (outcome.Error is null && outcome.Picture is null)
            return;
        lock (_lock)
        {
            string? details = outcome.Error?.Message;
            if (details == _told)
                return;
            _told = details;
        }

        if (outcome.Error is { } error)
            services.GetService<IExceptionDialogService>()?.ShowErrorDialog(null, DialogTexts.ForUser().Error(KindOf(error)), error.Message);
    }

    private static string KindOf(Exception error) => error switch
    {
        EngineMissingException => "missing",
        EngineStoppedException => "stopped",
        RpcException { Code: RpcCode.Version } => "version",
        RpcException or Settings.SettingsException => "refused",
        _ => "failed",
    };
}
