namespace GenRefocus.Words;

/// <summary>
/// A phrase, normalised. A space matches any run of spaces and hyphens, or nothing, so that compounds match too; a star matches the rest of a word of an
/// alphabet, so that inflected forms match.
/// </summary>
/// <param name="Text">The phrase; not empty, and beginning with neither.</param>
/// <param name="Term">What the phrase means.</param>
internal sealed record Pattern(string Text, Term Term);
