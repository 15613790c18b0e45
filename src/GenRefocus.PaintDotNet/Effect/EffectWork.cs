using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>What one token asks for, on its way.</summary>
internal sealed class EffectWork : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private int _ended;

    /// <summary>Begins.</summary>
    public EffectWork(EnginePicture picture, SourcePicture source, TokenSettings settings)
    {
        CancellationToken token = _cancel.Token;
        Outcome = Task.Run(() => RunAsync(picture, source, settings, token), CancellationToken.None);
    }

    /// <summary>The outcome; never fails.</summary>
    public Task<EffectOutcome> Outcome { get; }

    /// <summary>Whether nobody cancelled it.</summary>
    public bool IsWanted => Volatile.Read(ref _ended) == 0;

    /// <summary>Whether it ended with an error.</summary>
    public bool HasFailed => Outcome is { IsCompleted: true, Result.Error: not null };

    /// <summary>Cancels it.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return;
        _cancel.Cancel();
        _cancel.Dispose();
    }

    // Whatever escaped from here would end in Paint.NET's crash dialog; it is told in our own.
    private static async Task<EffectOutcome> RunAsync(EnginePicture picture, SourcePicture source, TokenSettings settings, CancellationToken cancel)
    {
        try
        {
            SettingsPatch words = await picture.ReadWordsAsync(settings.Prompt, cancel).ConfigureAwait(false);
            return new EffectOutcome(await picture.RenderAsync(source, settings.Changed.Over(words), cancel).ConfigureAwait(false), null);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return EffectOutcome.Cancelled;
        }
        catch (Exception error)
        {
            return cancel.IsCancellationRequested ? EffectOutcome.Cancelled : new EffectOutcome(null, error);
        }
    }
}
