using System.Diagnostics;
using GenRefocus.Bridge;

namespace GenRefocus.Server.Tests.Kills;

/// <summary>Follows a request from its start by what its progress says.</summary>
internal sealed class PhaseWatch : IProgress<ProgressParams>
{
    private static readonly KillPhase[] Phases = Enum.GetValues<KillPhase>();

    private readonly TaskCompletionSource[] _begun = [.. Phases.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
    private readonly long[] _since = new long[Phases.Length];
    private readonly Lock _lock = new();

    public PhaseWatch() => Enter(KillPhase.Transfer);

    /// <summary>The last phase that has begun.</summary>
    public KillPhase Current
    {
        get
        {
            lock (_lock)
                return Phases.Last(phase => _since[(int)phase] != 0);
        }
    }

    /// <summary>Ends when the phase has begun.</summary>
    public Task Begun(KillPhase phase) => _begun[(int)phase].Task;

    /// <summary>How long each phase took of a request that has just ended.</summary>
    public TimeSpan[] Durations()
    {
        lock (_lock)
        {
            long end = Stopwatch.GetTimestamp();
            TimeSpan[] durations = new TimeSpan[Phases.Length];
            for (int i = Phases.Length - 1; i >= 0; i--)
            {
                if (_since[i] == 0)
                    continue;
                durations[i] = Stopwatch.GetElapsedTime(_since[i], end);
                end = _since[i];
            }

            return durations;
        }
    }

    public void Report(ProgressParams value)
    {
        switch (value.Stage)
        {
            case "decode" or "deblur" or "subject" or "depth":
                Enter(KillPhase.Analyse);
                break;
            case "focus" or "lens" or "render":
                Enter(KillPhase.Render);
                break;
            case "write":
                Enter(KillPhase.Return);
                break;
        }
    }

    private void Enter(KillPhase phase)
    {
        lock (_lock)
        {
            // A stage that was too short to be told of has been all the same.
            for (int i = 0; i <= (int)phase; i++)
            {
                if (_since[i] == 0)
                    _since[i] = Stopwatch.GetTimestamp();
            }
        }

        for (int i = 0; i <= (int)phase; i++)
            _begun[i].TrySetResult();
    }
}
