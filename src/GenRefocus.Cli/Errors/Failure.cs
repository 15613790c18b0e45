using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>How a command failed: what the shell and the user are told.</summary>
/// <param name="Code">What the shell is told.</param>
/// <param name="Message">What the user is told.</param>
internal sealed record Failure(ExitCode Code, string Message)
{
    /// <summary>Finds out what an exception means to the user.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="cancelled">What a cancellation means: <see cref="ExitCode.Interrupted"/> or <see cref="ExitCode.Cancelled"/>.</param>
    /// <returns>The failure; <see cref="ExitCode.Internal"/> for what nobody foresaw.</returns>
    public static Failure Of(Exception error, ExitCode cancelled) => Unwrap(error) switch
    {
        CliException refused => new(refused.Code, refused.Message),
        SettingsException refused => new(ExitCode.Usage, Describe(refused)),
        PictureException { Kind: PictureErrorKind.NotWritable } unwritable => new(ExitCode.OutputNotWritable, unwritable.Message),
        PictureException unreadable => new(ExitCode.InputUnreadable, unreadable.Message),
        ModelMissingException or ModelInvalidException => new(ExitCode.ModelMissing, error.Message),
        OperationCanceledException => new(cancelled, cancelled == ExitCode.Interrupted ? "interrupted; nothing was written" : "cancelled; nothing was written"),
        OutOfMemoryException => new(ExitCode.Internal, "the picture needs more memory than there is; close other programs or use a smaller picture"),
        var unforeseen => new(ExitCode.Internal, unforeseen.Message),
    };

    // A loop over threads wraps what its body throws.
    private static Exception Unwrap(Exception error) => error switch
    {
        AggregateException { InnerExceptions: [var inner, ..] } => Unwrap(inner),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        _ => error,
    };

    // The user may have typed the flag or the JSON member: both are named.
    private static string Describe(SettingsException refused) =>
        SettingsCatalog.Find(refused.Member) is { } member ? $"{member.Path} ({member.Flag}): {refused.Problem}" : refused.Message;
}
