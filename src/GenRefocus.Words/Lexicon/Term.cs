namespace GenRefocus.Words;

/// <summary>What a phrase means.</summary>
/// <param name="Kind">Its part in a sentence.</param>
/// <param name="Id">Which of its kind, as <c>soft</c>; empty where a kind has one meaning.</param>
internal sealed record Term(TermKind Kind, string Id);
