using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>What a token asks for.</summary>
/// <param name="Changed">Members whose controls were changed; only these, so that words keep their effect on all others.</param>
/// <param name="Prompt">The wish in words; empty for none.</param>
internal sealed record TokenSettings(SettingsPatch Changed, string Prompt);
