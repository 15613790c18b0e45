namespace GenRefocus.Bridge;

/// <summary>A stretch of words that means something.</summary>
/// <param name="Text">The stretch.</param>
/// <param name="Start">Where it begins, in UTF-16 characters.</param>
/// <param name="Length">Its UTF-16 characters.</param>
/// <param name="Members">The settings that it sets.</param>
public sealed record UnderstoodText(string Text, int Start, int Length, IReadOnlyList<string> Members);
