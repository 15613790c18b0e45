using System.Globalization;

namespace GenRefocus.Words;

/// <summary>Reads numbers, with a decimal point or a decimal comma.</summary>
internal static class NumberReader
{
    // Longer ones are no setting, and would only take time.
    private const int MaxDigits = 12;

    /// <summary>Reads a number without a sign.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="start">Its first digit.</param>
    /// <returns>The number and the character behind it; <see langword="null"/> when none stands there.</returns>
    public static (double Value, int End)? Read(string input, int start)
    {
        int end = Digits(input, start);
        if (end == start)
            return null;
        if (end + 1 < input.Length && input[end] is '.' or ',' && char.IsAsciiDigit(input[end + 1]))
            end = Digits(input, end + 1);

        ReadOnlySpan<char> digits = input.AsSpan(start, Math.Min(end - start, MaxDigits));
        return double.TryParse(digits.ToString().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? (value, end) : null;
    }

    /// <summary>Reads an f-number as <c>f/1.8</c>, <c>f 2,8</c>, <c>F:4</c> or <c>1:1.4</c>.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="start">Its first character.</param>
    /// <returns>The number and the character behind it; <see langword="null"/> when none stands there.</returns>
    public static (double Value, int End)? ReadFNumber(string input, int start)
    {
        int at;
        if (input[start] == 'f')
        {
            at = start + 1;
            while (at < input.Length && input[at] is '/' or '\u2044' or ':' or '.' or '=' or ' ')
                at++;
        }
        else if (input[start] == '1' && start + 1 < input.Length && input[start + 1] == ':')
        {
            at = start + 2;
        }
        else
        {
            return null;
        }

        return Read(input, at);
    }

    /// <summary>Reads the value behind a member's name, with a sign and a sign of percentage where it has them.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="start">The character behind the name.</param>
    /// <returns>The number and the character behind it; <see langword="null"/> when none stands there.</returns>
    public static (double Value, int End)? ReadValue(string input, int start)
    {
        int at = start;
        while (at < input.Length && input[at] is ' ' or '=' or ':')
            at++;

        bool negative = at < input.Length && input[at] is '-' or '\u2212';
        if (Read(input, negative ? at + 1 : at) is not { } number)
            return null;

        double value = negative ? -number.Value : number.Value;
        return number.End < input.Length && input[number.End] == '%' ? (value / 100, number.End + 1) : (value, number.End);
    }

    private static int Digits(string input, int start)
    {
        int at = start;
        while (at < input.Length && char.IsAsciiDigit(input[at]))
            at++;
        return at;
    }
}
