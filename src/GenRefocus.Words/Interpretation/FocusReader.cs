using System.Globalization;
using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Reads what a clause says about what is sharp.</summary>
/// <param name="text">The text.</param>
/// <param name="hasTextMask">Whether focus on anything can be asked for.</param>
internal sealed class FocusReader(NormalizedText text, bool hasTextMask)
{
    // A row that names focus: thin focus on the dog.
    private const string ThinFocus = "shallowFocus";
    private const string Subject = "subject";
    private const string Near = "near";
    private const string Far = "far";

    private const double FirstSixth = 100.0 / 6;
    private const double Middle = 50;
    private const double LastSixth = 500.0 / 6;

    /// <summary>Reads a clause.</summary>
    /// <param name="clause">The clause, to which what was found is added.</param>
    public void Read(ClauseReading clause)
    {
        foreach (Token distance in clause.Tokens.Where(token => token.Kind == TokenKind.Distance))
            ReadDistance(clause, distance);

        if (Cue(clause.Tokens, TermKind.Except) is { } except)
            ReadExcept(clause, except);
        else if (Cue(clause.Tokens, TermKind.Focus) is { } focus)
            ReadFocus(clause, focus);
        else if (Cue(clause.Tokens, TermKind.Sharp) is { } sharp)
            ReadSharp(clause, sharp);
        else if (!ReadOnly(clause) && !ReadBlurredPart(clause) && clause.Tokens.All(token => token.Is(TermKind.Side) || token.Is(TermKind.Target)) && clause.Tokens.Any(token => token.Is(TermKind.Side)))
            SetPoint(clause, clause.Tokens[0]);
    }

    private static void ReadDistance(ClauseReading clause, Token token)
    {
        if (token.Value is >= FocusTarget.MinDistance and <= FocusTarget.MaxDistance)
            clause.Set(token, SettingPaths.FocusTarget, SettingValue.FromText(FocusTarget.Distance(token.Value).ToString()));
        else
            clause.Ignore(token, token, IgnoredReason.Range);
    }

    private void ReadFocus(ClauseReading clause, int cue)
    {
        Token word = clause.Tokens[cue];
        Token? target = Nearest(clause.Tokens, cue);
        if (clause.Tokens.Any(token => token.Is(TermKind.Side)) && target?.Term!.Id != Subject)
            SetPoint(clause, word);
        else if (target is not null)
            SetTarget(clause, word, target);
        else if (!clause.Tokens.Any(token => token.Kind == TokenKind.Distance))
            ReadThing(clause, word);
    }

    private static void ReadSharp(ClauseReading clause, int cue)
    {
        Token word = clause.Tokens[cue];
        Token? target = Nearest(clause.Tokens, cue);
        if (target?.Term!.Id is Near or Far)
            SetGain(clause, word, target, target.Term.Id == Near ? MemberPaths.Near : MemberPaths.Far);
        else if (target?.Term!.Id != Subject && clause.Tokens.Any(token => token.Is(TermKind.Side)))
            SetPoint(clause, word);
        else if (target is not null)
            SetTarget(clause, word, target);
    }

    // What is said of the rest decides: all but the dog is blurred, or all but the background is sharp.
    private static void ReadExcept(ClauseReading clause, int cue)
    {
        Token? rest = clause.Tokens.FirstOrDefault(token => token.Is(TermKind.Sharp) || token.Is(TermKind.Blur) || SharpRows.Contains(token));
        if (rest is null || rest.Is(TermKind.Blur))
            ReadSharp(clause, cue);
        else if (Nearest(clause.Tokens, cue) is { } target && IsDepth(target))
            SetBlurredPart(clause, clause.Tokens[cue], target);
    }

    // A blurred background, or one that is not sharp, which says something beside words for sharpness everywhere alone.
    private static bool ReadBlurredPart(ClauseReading clause)
    {
        IReadOnlyList<Token> tokens = clause.Tokens;
        if (tokens.FirstOrDefault(IsDepth) is not { } target)
            return false;

        Token? blur = tokens.FirstOrDefault(token => token.Is(TermKind.Blur));
        Token? negation = tokens.FirstOrDefault(token => token.Is(TermKind.NotNext) || token.Is(TermKind.NotPrevious));
        bool blurred = blur is not null ? negation is null : negation is not null && !tokens.Any(token => token.Is(TermKind.Row));
        if (!blurred)
            return false;

        bool hasSharpRow = tokens.Any(SharpRows.Contains);
        SetBlurredPart(clause, blur ?? negation!, target, needsSharp: !hasSharpRow);
        return true;
    }

    // Only the background is blurred, so what is near stays sharp.
    private static bool ReadOnly(ClauseReading clause)
    {
        for (int at = 0; at < clause.Tokens.Count; at++)
        {
            if (!clause.Tokens[at].Is(TermKind.Only))
                continue;

            int next = at + 1;
            while (next < clause.Tokens.Count && clause.Tokens[next].Is(TermKind.Blur))
                next++;
            Token? target = at > 0 && IsDepth(clause.Tokens[at - 1]) ? clause.Tokens[at - 1]
                : next < clause.Tokens.Count && IsDepth(clause.Tokens[next]) ? clause.Tokens[next]
                : null;
            if (target is null)
                continue;

            SetBlurredPart(clause, clause.Tokens[at], target);
            return true;
        }

        return false;
    }

    private void ReadThing(ClauseReading clause, Token cue)
    {
        Token[] things = [.. clause.Tokens.Where(token => token.Kind == TokenKind.Unknown)];
        if (things.Length == 0)
            return;

        int start = Math.Min(cue.Start, things[0].Start);
        int end = Math.Max(cue.End, things[^1].End);
        clause.Explain(things[0].Start, things[^1].End);
        (int first, int length) = text.OriginalSpan(things[0].Start, things[^1].End);
        string words = text.Original.Substring(first, length);
        if (!hasTextMask)
            clause.Ignored.Add((start, end, IgnoredReason.NoTextMask));
        else if (FocusTarget.TryParse($"text:{words}", out FocusTarget? target))
            clause.Statements.Add(new(start, end, SettingsPatch.Empty.With(SettingPaths.FocusTarget, SettingValue.FromText(target.ToString()))));
        else
            clause.Ignored.Add((start, end, IgnoredReason.Range));
    }

    private static void SetTarget(ClauseReading clause, Token cue, Token target) =>
        clause.Set(Math.Min(cue.Start, target.Start), Math.Max(cue.End, target.End), () => SettingsPatch.Empty.With(SettingPaths.FocusTarget, SettingValue.FromText(target.Term!.Id)));

    private static void SetGain(ClauseReading clause, Token cue, Token target, string path) =>
        clause.Set(Math.Min(cue.Start, target.Start), Math.Max(cue.End, target.End), () => SettingsPatch.Empty.With(path, SettingValue.FromNumber(0)));

    private static void SetBlurredPart(ClauseReading clause, Token cue, Token target, bool needsSharp = false)
    {
        SettingsPatch patch = SettingsPatch.Empty.With(target.Term!.Id == Far ? MemberPaths.Near : MemberPaths.Far, SettingValue.FromNumber(0));
        clause.Statements.Add(new(Math.Min(cue.Start, target.Start), Math.Max(cue.End, target.End), patch) { BlursPart = true, NeedsSharp = needsSharp });
        clause.BlursPart = !needsSharp;
    }

    private static void SetPoint(ClauseReading clause, Token cue)
    {
        Token[] sides = [.. clause.Tokens.Where(token => token.Is(TermKind.Side))];
        double x = Middle;
        double y = Middle;
        foreach (string id in sides.SelectMany(side => side.Term!.Id.Split(' ')))
        {
            x = id == "left" ? FirstSixth : id == "right" ? LastSixth : x;
            y = id == "top" ? FirstSixth : id == "bottom" ? LastSixth : y;
        }

        string point = string.Create(CultureInfo.InvariantCulture, $"{Math.Round(x, FocusTarget.PositionDecimals)}%,{Math.Round(y, FocusTarget.PositionDecimals)}%");
        clause.Set(Math.Min(cue.Start, sides[0].Start), Math.Max(cue.End, sides[^1].End), () => SettingsPatch.Empty.With(SettingPaths.FocusTarget, SettingValue.FromText(point)));
    }

    private static bool IsDepth(Token token) => token.Is(TermKind.Target) && token.Term!.Id is Near or Far;

    private static int? Cue(IReadOnlyList<Token> tokens, TermKind kind)
    {
        for (int at = 0; at < tokens.Count; at++)
        {
            bool negated = (at > 0 && tokens[at - 1].Is(TermKind.NotNext)) || (at + 1 < tokens.Count && tokens[at + 1].Is(TermKind.NotPrevious));
            bool isThinFocus = kind == TermKind.Focus && tokens[at].Is(TermKind.Row) && tokens[at].Term!.Id == ThinFocus;
            if ((tokens[at].Is(kind) || isThinFocus) && !negated)
                return at;
        }

        return null;
    }

    private static Token? Nearest(IReadOnlyList<Token> tokens, int cue) => tokens
        .Select((token, at) => (Token: token, Distance: Math.Abs(at - cue)))
        .Where(entry => entry.Token.Is(TermKind.Target))
        .OrderBy(entry => entry.Distance)
        .Select(entry => entry.Token)
        .FirstOrDefault();
}
