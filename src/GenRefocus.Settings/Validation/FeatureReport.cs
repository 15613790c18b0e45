namespace GenRefocus.Settings;

/// <summary>What a user should know about settings that were accepted although a stage is missing.</summary>
/// <param name="Warnings">Sentences for the user.</param>
/// <param name="WithoutEffect">Paths of members whose default would need a missing stage, and which therefore have no effect; the history lists them.</param>
public sealed record FeatureReport(IReadOnlyList<string> Warnings, IReadOnlyList<string> WithoutEffect);
