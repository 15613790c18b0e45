namespace GenRefocus.Bridge;

/// <summary>A stretch of words that changes nothing.</summary>
/// <param name="Text">The stretch.</param>
/// <param name="Start">Where it begins, in UTF-16 characters.</param>
/// <param name="Length">Its UTF-16 characters.</param>
/// <param name="Reason">Why, in a sentence for the user.</param>
public sealed record IgnoredText(string Text, int Start, int Length, string Reason);
