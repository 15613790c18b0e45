using System.Globalization;
using System.Text;

namespace GenRefocus.Words;

/// <summary>
/// A text as it is matched: compatibility forms decomposed, lower case, without the accents of alphabets, kana and Hangul composed. Every character remembers
/// which character of the original it came from.
/// </summary>
internal sealed class NormalizedText
{
    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;

    private readonly StringBuilder _text = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    private NormalizedText(string original)
    {
        Original = original;
        int at = 0;
        while (at < original.Length)
        {
            int length = Rune.TryGetRuneAt(original, at, out Rune rune) ? rune.Utf16SequenceLength : 1;
            if (char.IsAscii(original[at]))
                Append(char.ToLowerInvariant(original[at]), at, at + 1);
            else if (length == 1 && char.IsSurrogate(original[at]))
                Append('\uFFFD', at, at + 1);
            else if (CompatibilityForms.Decompose(rune.Value) is { } parts)
                AppendAll(parts, at, at + length);
            else
                AppendAll(original.AsSpan(at, length), at, at + length);
            at += length;
        }

        Text = _text.ToString();
    }

    /// <summary>The text as it was given.</summary>
    public string Original { get; }

    /// <summary>The text as it is matched.</summary>
    public string Text { get; }

    /// <summary>Normalises a text.</summary>
    /// <param name="original">Any text, broken surrogates included.</param>
    /// <returns>The normalised text.</returns>
    public static NormalizedText Of(string original) => new(original);

    /// <summary>Finds a stretch of the normalised text in the original.</summary>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character behind its last; greater than <paramref name="start"/>.</param>
    /// <returns>Start and length in the original.</returns>
    public (int Start, int Length) OriginalSpan(int start, int end) => (_starts[start], _ends[end - 1] - _starts[start]);

    private void AppendAll(ReadOnlySpan<char> parts, int start, int end)
    {
        foreach (char part in parts)
        {
            if (Spelling(part) is not { } spelling)
            {
                Append(Fold(part), start, end);
                continue;
            }

            foreach (char letter in spelling)
                Append(letter, start, end);
        }
    }

    private void Append(char c, int start, int end)
    {
        if (c is >= '\u0300' and <= '\u036F' or '\uFE0F' or '\u200B' or '\u200D' or '\u00AD')
        {
            ExtendLast(end);
            return;
        }

        if (_text.Length > 0 && Compose(_text[^1], c) is { } composed)
        {
            _text[^1] = composed;
            ExtendLast(end);
            return;
        }

        _text.Append(c);
        _starts.Add(start);
        _ends.Add(end);
    }

    private void ExtendLast(int end)
    {
        if (_ends.Count > 0)
            _ends[^1] = end;
    }

    private static char? Compose(char before, char c)
    {
        if (before is >= (char)LeadBase and < (char)(LeadBase + LeadCount) && c is >= (char)VowelBase and < (char)(VowelBase + VowelCount))
            return (char)(HangulBase + ((before - LeadBase) * VowelCount + (c - VowelBase)) * TailCount);
        if (Script.IsHangul(before) && before >= HangulBase && (before - HangulBase) % TailCount == 0 && c is > (char)TailBase and < (char)(TailBase + TailCount))
            return (char)(before + (c - TailBase));
        return CompatibilityForms.Voice(before, c);
    }

    // Letters that have no decomposition, as they are written on a keyboard without them.
    private static string? Spelling(char c) => c switch
    {
        'ß' or 'ẞ' => "ss",
        'œ' or 'Œ' => "oe",
        'æ' or 'Æ' => "ae",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'ı' => "i",
        'ƒ' => "f",
        '×' => "x",
        _ => null,
    };

    private static char Fold(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : char.ToLowerInvariant(c);
}
