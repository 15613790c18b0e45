namespace GenRefocus.Cli;

/// <summary>Guesses which word was meant.</summary>
internal static class Spelling
{
    /// <summary>The known word that is nearest to a misspelt one.</summary>
    /// <param name="word">The misspelt word.</param>
    /// <param name="known">The words that there are.</param>
    /// <returns>The nearest; <see langword="null"/> when more than a third of the letters would have to change.</returns>
    public static string? Closest(string word, IEnumerable<string> known)
    {
        int limit = Math.Max(1, word.TrimStart('-').Length / 3);
        (string? closest, int distance) = known
            .Select(candidate => ((string?)candidate, Distance(word, candidate)))
            .DefaultIfEmpty((null, int.MaxValue))
            .MinBy(pair => pair.Item2);
        return distance <= limit ? closest : null;
    }

    /// <summary>Letters to insert, remove, change or swap with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int change = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(change, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}
