using System.Collections.Concurrent;
using System.Windows.Forms;
using PaintDotNet.AppModel;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>The host's services: here, the one that shows errors.</summary>
internal sealed class HostServices : IServiceProvider, IExceptionDialogService
{
    /// <summary>What was shown, message and details.</summary>
    public ConcurrentQueue<(string Message, string Details)> Shown { get; } = new();

    public object? GetService(Type serviceType) => serviceType == typeof(IExceptionDialogService) ? this : null;

    public void ShowErrorDialog(IWin32Window? owner, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default) =>
        Shown.Enqueue(("", exception.Message));

    public void ShowErrorDialog(IWin32Window? owner, string? message, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default) =>
        Shown.Enqueue((message ?? "", exception.Message));

    public void ShowErrorDialog(IWin32Window? owner, string? message, string detailsText) => Shown.Enqueue((message ?? "", detailsText));
}
