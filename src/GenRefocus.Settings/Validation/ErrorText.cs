namespace GenRefocus.Settings;

/// <summary>Keeps error texts to one readable line, whatever was typed.</summary>
internal static class ErrorText
{
    private const int MaxShownLength = 60;

    /// <summary>The start of a text, without control characters.</summary>
    public static string Shorten(string text)
    {
        string shown = text.Length > MaxShownLength ? $"{text.AsSpan(0, MaxShownLength)}…" : text;
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : shown;
    }
}
