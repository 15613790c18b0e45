using System.Text;

namespace GenRefocus.Settings;

/// <summary>The spelling of an enumeration in JSON and on the command line: the member's name in lower case, words joined by hyphens.</summary>
public static class SettingSpelling
{
    /// <summary>The spelling of a value.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">A defined value.</param>
    /// <returns>The spelling, as <c>full-frame</c>.</returns>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        StringBuilder spelling = new();
        foreach (char letter in value.ToString())
        {
            if (char.IsUpper(letter) && spelling.Length > 0)
                spelling.Append('-');
            spelling.Append(char.ToLowerInvariant(letter));
        }

        return spelling.ToString();
    }

    /// <summary>All spellings of an enumeration, in its order.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <returns>One spelling a value.</returns>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Of)];
}
