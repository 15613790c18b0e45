using System.Globalization;
using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Reads what a clause says about the look of the blur: rows of the table, numbers, intensity and negation.</summary>
/// <param name="adjectivesFollow">Whether the language puts adjectives behind nouns.</param>
internal sealed class LookReader(bool adjectivesFollow)
{
    /// <summary>Reads a clause.</summary>
    /// <param name="clause">The clause, to which what was found is added.</param>
    public void Read(ClauseReading clause)
    {
        ReadField(clause);
        Dictionary<int, IntensityRun> intensities = new IntensityReader(adjectivesFollow).Read(clause);
        bool negation = false;
        for (int at = 0; at < clause.Tokens.Count; at++)
        {
            Token token = clause.Tokens[at];
            if (token.Is(TermKind.NotNext))
            {
                negation = true;
            }
            else if (token.Is(TermKind.Focus) || token.Is(TermKind.Sharp))
            {
                negation = false;
            }
            else if (clause.BlursPart && SharpRows.Contains(token))
            {
                negation = false;
            }
            else if (token.Is(TermKind.Row) || token.Is(TermKind.Blur))
            {
                bool negated = negation || NextIs(clause.Tokens, at, TermKind.NotPrevious);
                ReadLook(clause, token, intensities.GetValueOrDefault(at), negated);
                negation = negation && NextIs(clause.Tokens, at, TermKind.Or);
            }
            else
            {
                ReadNumber(clause, token);
            }
        }
    }

    // Phrases that name both stand in the lexicon as rows; this is for a depth of field that is to be really shallow.
    private static void ReadField(ClauseReading clause)
    {
        Token? field = clause.Tokens.FirstOrDefault(token => token.Is(TermKind.Field) && token.Term!.Id.Length == 0);
        Token? adjective = clause.Tokens.FirstOrDefault(token => token.Is(TermKind.Field) && token.Term!.Id.Length > 0);
        if (field is not null && adjective is not null)
            clause.Statements.Add(new(Math.Min(field.Start, adjective.Start), Math.Max(field.End, adjective.End), RowTable.Get(adjective.Term!.Id)) { Row = adjective.Term.Id });
    }

    private static void ReadLook(ClauseReading clause, Token token, IntensityRun? intensity, bool negated)
    {
        int start = Math.Min(token.Start, intensity?.Start ?? token.Start);
        int end = Math.Max(token.End, intensity?.End ?? token.End);
        SettingsPatch look;
        if (token.Is(TermKind.Blur))
        {
            if (intensity is null && !negated)
                return;

            // Not very blurred is a little blurred.
            look = Strength(negated && intensity is not null ? [.. intensity.Ids, Intensity.Less] : intensity?.Ids ?? []);
            negated = negated && intensity is null;
        }
        else
        {
            look = RowTable.Get(token.Term!.Id);
        }

        bool ofRow = token.Is(TermKind.Row) && intensity is not null;
        bool less = ofRow && Intensity.IsLess(intensity!.Ids);
        double? factor = ofRow && !less ? Intensity.FactorOf(intensity!.Ids) : null;
        clause.Statements.Add(new(start, end, look) { Row = token.Term!.Id, Factor = factor, IsLess = less && !negated, IsNegation = negated });
    }

    private static void ReadNumber(ClauseReading clause, Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.FNumber:
                clause.Set(token, MemberPaths.FNumber, SettingValue.FromNumber(token.Value));
                break;
            case TokenKind.Term when token.Is(TermKind.Lens):
                clause.Set(token, MemberPaths.FNumber, SettingValue.FromNumber(double.Parse(token.Term!.Id, CultureInfo.InvariantCulture)));
                break;
            case TokenKind.Blades:
                SetShape(clause, token, "polygon");
                break;
            case TokenKind.Points:
                SetShape(clause, token, "star");
                break;
            case TokenKind.Assignment:
                clause.Set(token, token.Term!.Id, SettingValue.FromNumber(token.Value));
                break;
            case TokenKind.FocalLength:
                clause.Statements.Add(new(token.Start, token.End, SettingsPatch.Empty) { FocalLength = token.Value });
                break;
        }
    }

    private static void SetShape(ClauseReading clause, Token token, string shape) => clause.Set(token.Start, token.End, () => SettingsPatch.Empty
        .With(SettingPaths.ApertureShape, SettingValue.FromText(shape))
        .With(SettingPaths.ApertureBlades, SettingValue.FromNumber(token.Value)));

    private static SettingsPatch Strength(IReadOnlyCollection<string> ids) =>
        SettingsPatch.Empty.With(MemberPaths.Strength, SettingValue.FromNumber(Intensity.StrengthOf(ids)));

    private static bool NextIs(IReadOnlyList<Token> tokens, int at, TermKind kind) => at + 1 < tokens.Count && tokens[at + 1].Is(kind);
}
