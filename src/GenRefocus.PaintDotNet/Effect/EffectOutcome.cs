namespace GenRefocus.PaintDotNet;

/// <summary>What became of a token: a result, an error, or neither when it was cancelled.</summary>
/// <param name="Picture">The result.</param>
/// <param name="Error">The error.</param>
internal sealed record EffectOutcome(RefocusedPicture? Picture, Exception? Error)
{
    /// <summary>Nobody wanted it any more.</summary>
    public static EffectOutcome Cancelled { get; } = new(null, null);
}
