namespace GenRefocus.Words;

/// <summary>Settings in words.</summary>
/// <param name="Text">The sentence; empty when there is nothing to say.</param>
/// <param name="Unsaid">Paths of the members for which there are no words, as paths of files.</param>
public sealed record WrittenWords(string Text, IReadOnlyList<string> Unsaid);
