using System.Globalization;

namespace GenRefocus.Words;

/// <summary>How a character behaves at the borders of words.</summary>
internal static class Script
{
    /// <summary>Hangul syllables and letters.</summary>
    public static bool IsHangul(char c) => c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u1100' and <= '\u11FF') or (>= '\u3130' and <= '\u318F');

    /// <summary>Hiragana.</summary>
    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';

    /// <summary>Katakana, with the sign of length.</summary>
    public static bool IsKatakana(char c) => c is (>= '\u30A1' and <= '\u30FA') or 'ー';

    /// <summary>Chinese characters, also as Japanese uses them.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々';

    /// <summary>Letters of scripts that put spaces between words, Hangul not among them.</summary>
    public static bool IsSpacedLetter(char c) =>
        char.IsAscii(c) ? char.IsAsciiLetter(c) : char.IsLetter(c) && !IsHangul(c) && !IsHiragana(c) && !IsKatakana(c) && !IsHan(c);

    /// <summary>What may stand between the parts of a phrase: spaces, hyphens, apostrophes.</summary>
    public static bool IsJoint(char c) =>
        char.IsWhiteSpace(c) || c is '-' or '\'' or '\u2019' or '\u2018' or '_' or '\u30FB' or '\u00B7' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
