namespace GenRefocus.Engine;

/// <summary>What was understood of a wish in words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">Their language, as <c>de</c>.</param>
/// <param name="Understood">Stretches of the text that were understood.</param>
/// <param name="Ignored">Stretches that changed nothing.</param>
/// <param name="Explanation">Sentences in the language of the words.</param>
public sealed record WordsReport(
    string Text, string Language, IReadOnlyList<string> Understood, IReadOnlyList<string> Ignored, IReadOnlyList<string> Explanation);
