namespace GenRefocus.Words;

/// <summary>A stretch of the text that changes nothing.</summary>
/// <param name="Text">The stretch, as it was written.</param>
/// <param name="Start">Its first UTF-16 character.</param>
/// <param name="Length">Its length in UTF-16 characters.</param>
/// <param name="Reason">Why, in a sentence in the language of the words.</param>
public sealed record IgnoredWords(string Text, int Start, int Length, string Reason);
