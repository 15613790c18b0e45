namespace GenRefocus.Bridge;

/// <summary>A request that waits for its answer.</summary>
internal sealed class PendingCall(IProgress<ProgressParams>? progress)
{
    /// <summary>Receives the answer.</summary>
    public TaskCompletionSource<RpcMessage> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Receives the progress.</summary>
    public IProgress<ProgressParams>? Progress { get; } = progress;
}
