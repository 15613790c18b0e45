using System.Runtime.InteropServices;

namespace GenRefocus.Cli;

/// <summary>Turns Ctrl-C and the wish of another program to end this one into one cancellation token.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private ExitCode _reason = ExitCode.Cancelled;

    /// <summary>Starts to listen.</summary>
    public Interruption() =>
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Cancelled)),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => Stop(context, ExitCode.Cancelled)),
        ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What a cancellation means to the shell.</summary>
    public ExitCode Reason => _reason;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, ExitCode reason)
    {
        // The second signal ends the process at once, in case the first is not heard.
        if (_source.IsCancellationRequested)
            return;

        context.Cancel = true;
        _reason = reason;
        _source.Cancel();
    }
}
