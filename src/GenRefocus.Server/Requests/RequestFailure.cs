using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Server;

/// <summary>What a client is told of an exception.</summary>
internal static class RequestFailure
{
    /// <summary>What who asks an ending engine is told.</summary>
    public static RpcException Ending() => new(RpcCode.Stopping, "The engine is ending; try again.");

    /// <summary>Finds out.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="request">The request; null for one that is answered at once.</param>
    /// <param name="stopping">Whether the engine is ending.</param>
    public static RpcException Of(Exception error, RunningRequest? request, bool stopping) => Unwrap(error) switch
    {
        RpcException told => told,
        OperationCanceledException when stopping => Ending(),
        OperationCanceledException when request?.IsSuperseded == true => new(RpcCode.Superseded, "A newer request for this picture came."),
        OperationCanceledException => new(RpcCode.Cancelled, "Cancelled."),
        SettingsException refused => new(RpcCode.Settings, refused.Message, refused.Member, refused),
        ModelException model => new(RpcCode.Model, model.Message, null, model),
        PictureException picture => new(RpcCode.Settings, picture.Message, SettingPaths.DepthSource, picture),
        OutOfMemoryException memory => new(RpcCode.Limit, "The picture needs more memory than there is; close other programs or use a smaller picture.", null, memory),
        var unforeseen => new(RpcCode.Internal, $"This is an error of the engine, not yours: {unforeseen.Message}", null, unforeseen),
    };

    // A loop over threads wraps what its body throws.
    private static Exception Unwrap(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var inner, ..] } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };
}
