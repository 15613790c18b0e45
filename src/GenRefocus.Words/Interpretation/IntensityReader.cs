using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Finds what the words of intensity in a clause belong to.</summary>
/// <param name="adjectivesFollow">Whether the language puts adjectives behind nouns.</param>
internal sealed class IntensityReader(bool adjectivesFollow)
{
    /// <summary>Reads a clause.</summary>
    /// <param name="clause">The clause, to which intensities that stand alone are added as strength of the blur.</param>
    /// <returns>Intensities by the index of the look that they belong to.</returns>
    public Dictionary<int, IntensityRun> Read(ClauseReading clause)
    {
        Dictionary<int, IntensityRun> found = [];
        bool hasField = clause.Tokens.Any(token => token.Is(TermKind.Field));

        // A clause of other things does not mean its intensity for the blur.
        bool hasOthers = clause.Tokens.Any(token => !token.Is(TermKind.Intensity) && !token.Is(TermKind.Target) && !token.Is(TermKind.Only));
        int at = 0;
        while (at < clause.Tokens.Count)
        {
            int end = at;
            while (end < clause.Tokens.Count && clause.Tokens[end].Is(TermKind.Intensity))
                end++;
            if (end == at)
            {
                at++;
                continue;
            }

            string[] ids = [.. clause.Tokens.Skip(at).Take(end - at).Select(token => token.Term!.Id)];
            IntensityRun run = new(ids, clause.Tokens[at].Start, clause.Tokens[end - 1].End);
            if (Owner(clause.Tokens, at, end, found) is { } owner)
                found[owner] = run;
            else if (hasField)
                clause.Explain(run.Start, run.End);
            else if (!hasOthers && Intensity.CanStandAlone(ids))
                SetStrength(clause, run);
            else if (clause.HasUnknown)
                clause.Ignored.Add((run.Start, run.End, IgnoredReason.Unknown));
            at = end;
        }

        return found;
    }

    private static void SetStrength(ClauseReading clause, IntensityRun run)
    {
        SettingsPatch strength = SettingsPatch.Empty.With(MemberPaths.Strength, SettingValue.FromNumber(Intensity.StrengthOf(run.Ids)));
        clause.Statements.Add(new(run.Start, run.End, strength) { Tempers = Intensity.IsWeakened(run.Ids) && !clause.Tokens.Any(token => token.Is(TermKind.Target)) });
    }

    // With adjectives behind nouns, words without meaning matter too: a marked bokeh with balls of light has no marked balls.
    private int? Owner(IReadOnlyList<Token> tokens, int start, int end, Dictionary<int, IntensityRun> taken)
    {
        int? Free(int? index) => index is { } at && !taken.ContainsKey(at) ? at : null;
        int? nextTo = end < tokens.Count && IsOwner(tokens[end]) && tokens[end].Start - tokens[end - 1].End <= 1 ? end : null;
        int? before = start > 0 && IsOwner(tokens[start - 1]) ? start - 1 : null;
        int? ahead = Search(tokens, end, 1);
        int? behind = Search(tokens, start - 1, -1);
        return adjectivesFollow
            ? Free(nextTo) ?? Free(before) ?? Free(ahead) ?? Free(behind)
            : Free(ahead) ?? Free(LookOf(tokens, behind));
    }

    // A swirly bokeh that is to be strong is to swirl strongly.
    private static int? LookOf(IReadOnlyList<Token> tokens, int? owner) =>
        owner is > 0 and { } at && tokens[at].Is(TermKind.Blur) && tokens[at - 1].Is(TermKind.Row) && IsOwner(tokens[at - 1]) ? at - 1 : owner;

    private static int? Search(IReadOnlyList<Token> tokens, int from, int step)
    {
        for (int at = from; at >= 0 && at < tokens.Count; at += step)
        {
            if (IsOwner(tokens[at]))
                return at;
            if (!IsPassed(tokens[at]))
                return null;
        }

        return null;
    }

    private static bool IsOwner(Token token) => token.Is(TermKind.Blur) || (token.Is(TermKind.Row) && !IsShapeAlone(token));

    private static bool IsPassed(Token token) =>
        token.Is(TermKind.Target) || token.Is(TermKind.Only) || token.Is(TermKind.Field) || token.Is(TermKind.Or) || token.Is(TermKind.Side) || (token.Is(TermKind.Row) && IsShapeAlone(token));

    private static bool IsShapeAlone(Token token) =>
        RowTable.Get(token.Term!.Id).Members.All(member => member.Path is SettingPaths.ApertureShape or SettingPaths.ApertureBlades);
}
