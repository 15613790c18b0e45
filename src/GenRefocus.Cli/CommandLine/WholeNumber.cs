using System.Globalization;

namespace GenRefocus.Cli;

/// <summary>A whole number as a flag or a variable holds it: digits alone, whatever the culture.</summary>
internal static class WholeNumber
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">The least that is allowed, 0 or more.</param>
    /// <param name="most">The most.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text is such a number.</returns>
    public static bool TryParse(string text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
