using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Lays statements over each other, the later one over the earlier.</summary>
internal static class StatementMerger
{
    private const string Soft = "soft";

    /// <summary>Merges statements.</summary>
    /// <param name="statements">The statements, in the order of the text.</param>
    /// <returns>What they say together.</returns>
    public static SettingsPatch Merge(IReadOnlyList<Statement> statements)
    {
        bool shapeNamed = statements.Any(statement => !statement.IsNegation && statement.Row != Soft && NamesShape(statement.Patch));
        SettingsPatch merged = SettingsPatch.Empty;
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        Statement? last = null;
        foreach (Statement statement in statements)
        {
            if (statement.IsNegation)
            {
                // Only what the same row set: a bokeh that is creamy and not harsh stays creamy.
                foreach (SettingDescription member in statement.Patch.Members.Where(member => rows.GetValueOrDefault(member.Path) == statement.Row))
                    merged = merged.Without(member.Path);
                last = null;
                continue;
            }

            // Very soft and creamy: the second word of a row goes on with the intensity of the first.
            double? factor = statement.Factor ?? (last?.Row == statement.Row ? last.Factor : null);
            SettingsPatch patch = factor is { } times ? Intensity.Scale(statement.Patch, times) : statement.Patch;
            if (shapeNamed && statement.Row == Soft)
                patch = patch.Without(SettingPaths.ApertureShape);
            if (NamesShape(patch))
                merged = merged.Without(SettingPaths.ApertureBlades).Without(MemberPaths.Inner);
            merged = patch.Over(merged);
            foreach (SettingDescription member in patch.Members)
                rows[member.Path] = statement.Row;
            last = statement with { Factor = factor };
        }

        return merged;
    }

    private static bool NamesShape(SettingsPatch patch) => patch[SettingPaths.ApertureShape] is not null;
}
