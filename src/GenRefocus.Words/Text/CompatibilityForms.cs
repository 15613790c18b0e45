using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GenRefocus.Words;

/// <summary>
/// Compatibility decomposition (NFKD) from a table of our own. The runtime's own does nothing where it runs without ICU, as our programs do, and would then read
/// full-width forms in one host and not in another.
/// </summary>
internal static class CompatibilityForms
{
    private const string Resource = "GenRefocus.Words.Compatibility.txt";
    private const int FirstKana = 0x3040;
    private const int LastKana = 0x30FF;
    private const char VoicedMark = '\u3099';
    private const char SemiVoicedMark = '\u309A';

    private static readonly FrozenDictionary<int, string> Table = Load();
    private static readonly FrozenDictionary<(char Base, char Mark), char> VoicedKana = InvertKana();

    /// <summary>Decomposes a code point.</summary>
    /// <param name="codePoint">The code point; not a Hangul syllable's, which stay composed.</param>
    /// <returns>What it is made of; <see langword="null"/> when it is made of itself.</returns>
    public static string? Decompose(int codePoint) => Table.GetValueOrDefault(codePoint);

    /// <summary>Puts a voicing mark on a kana.</summary>
    /// <param name="kana">The kana.</param>
    /// <param name="mark">The mark.</param>
    /// <returns>The voiced kana; <see langword="null"/> when they do not go together.</returns>
    public static char? Voice(char kana, char mark) => VoicedKana.TryGetValue((kana, mark), out char voiced) ? voiced : null;

    private static FrozenDictionary<int, string> Load()
    {
        Dictionary<int, string> table = [];
        using Stream stream = typeof(CompatibilityForms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
                continue;

            string[] words = line.Split(' ');
            string[] ends = words[0].Split('-');
            int first = Code(ends[0]);
            int last = Code(ends[^1]);
            StringBuilder target = new();
            foreach (string word in words.AsSpan(1))
                target.Append(char.ConvertFromUtf32(Code(word)));
            for (int code = first; code <= last; code++)
                table[code] = first == last ? target.ToString() : char.ConvertFromUtf32(Code(words[1]) + code - first);
        }

        return table.ToFrozenDictionary();
    }

    private static FrozenDictionary<(char Base, char Mark), char> InvertKana() => Table
        .Where(entry => entry.Key is >= FirstKana and <= LastKana && entry.Value is [not ' ', VoicedMark or SemiVoicedMark])
        .ToFrozenDictionary(entry => (entry.Value[0], entry.Value[1]), entry => (char)entry.Key);

    private static int Code(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
