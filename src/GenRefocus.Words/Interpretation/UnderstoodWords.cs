namespace GenRefocus.Words;

/// <summary>A stretch of the text that means something.</summary>
/// <param name="Text">The stretch, as it was written.</param>
/// <param name="Start">Its first UTF-16 character.</param>
/// <param name="Length">Its length in UTF-16 characters.</param>
/// <param name="Members">Paths of the members that it sets, or leaves out where it is a negation.</param>
public sealed record UnderstoodWords(string Text, int Start, int Length, IReadOnlyList<string> Members);
