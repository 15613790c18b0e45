using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Engine;

namespace GenRefocus.Server;

/// <summary>Tells a client how far its request has come: at once, at most 20 times a second, at least once a second. A client that does not listen gets the newest only.</summary>
internal sealed class ProgressSender : IProgress<RefocusProgress>, IAsyncDisposable
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(900);

    private readonly FrameChannel _channel;
    private readonly JsonElement _id;
    private readonly Timer _beat;
    private readonly Lock _lock = new();
    private ProgressParams _latest;
    private Task _sending = Task.CompletedTask;
    private long _lastSent;
    private bool _ended;

    public ProgressSender(FrameChannel channel, string id)
    {
        _channel = channel;
        using JsonDocument text = JsonDocument.Parse(id);
        _id = text.RootElement.Clone();
        _latest = new ProgressParams(_id, "wait", 0, "Waiting");
        Send();
        _beat = new Timer(_ => Send(), null, Beat, Beat);
    }

    /// <summary>Begins a stage that the pipeline does not know.</summary>
    public void Stage(string stage, double fraction, string text)
    {
        lock (_lock)
            _latest = new ProgressParams(_id, stage, fraction, text);
        Send();
    }

    public void Report(RefocusProgress value)
    {
        bool newStage;
        lock (_lock)
        {
            string stage = Word(value.Stage);
            newStage = stage != _latest.Stage;
            _latest = new ProgressParams(_id, stage, Math.Round(value.Overall, 4), Text(value.Stage)) { EtaSeconds = value.Remaining is { } left ? Math.Round(left.TotalSeconds, 2) : null };
            if (!newStage && Stopwatch.GetElapsedTime(_lastSent) < Shortest)
                return;
        }

        Send();
    }

    /// <summary>Sends no more; what is on its way is waited for, so that the answer comes last.</summary>
    public async ValueTask DisposeAsync()
    {
        await _beat.DisposeAsync().ConfigureAwait(false);
        Task sending;
        lock (_lock)
        {
            _ended = true;
            sending = _sending;
        }

        await sending.ConfigureAwait(false);
    }

    private static string Word(RefocusStage stage) => stage switch
    {
        RefocusStage.Decode => "decode",
        RefocusStage.Deblur => "deblur",
        RefocusStage.Subject => "subject",
        RefocusStage.Depth => "depth",
        RefocusStage.Focus => "focus",
        RefocusStage.Lens => "lens",
        RefocusStage.Refine => "refine",
        _ => "render",
    };

    private static string Text(RefocusStage stage) => stage switch
    {
        RefocusStage.Decode => "Reading the picture",
        RefocusStage.Deblur => "Sharpening what is blurred",
        RefocusStage.Subject => "Finding the subject",
        RefocusStage.Depth => "Estimating depth",
        RefocusStage.Focus => "Finding the focus",
        RefocusStage.Lens => "Preparing the lens",
        RefocusStage.Refine => "Repairing the blur at edges",
        _ => "Drawing the blur",
    };

    private void Send()
    {
        lock (_lock)
        {
            if (_ended || !_sending.IsCompleted)
                return;
            _lastSent = Stopwatch.GetTimestamp();
            _sending = SendAsync(_latest);
        }
    }

    private async Task SendAsync(ProgressParams progress)
    {
        await Task.Yield();
        try
        {
            await _channel.SendMessageAsync(RpcText.Notification(BridgeMethods.Progress, progress, BridgeJson.Default.ProgressParams), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The session notices by itself.
        }
    }
}
