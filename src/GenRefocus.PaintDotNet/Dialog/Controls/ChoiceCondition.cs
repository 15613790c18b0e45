namespace GenRefocus.PaintDotNet;

/// <summary>A control that applies with some choices of a list only.</summary>
/// <param name="Target">The control.</param>
/// <param name="Source">The list.</param>
/// <param name="Choices">The choices.</param>
internal sealed record ChoiceCondition(RefocusProperty Target, RefocusProperty Source, IReadOnlyList<string> Choices);
