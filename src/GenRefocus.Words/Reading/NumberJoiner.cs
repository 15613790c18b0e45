using System.Globalization;

namespace GenRefocus.Words;

/// <summary>Joins numbers with what stands beside them: units, blades, the word for the aperture.</summary>
internal static class NumberJoiner
{
    private const double MetresPerFoot = 0.3048;
    private const double MetresPerInch = 0.0254;

    /// <summary>Joins them.</summary>
    /// <param name="tokens">The tokens of a text.</param>
    /// <returns>The tokens with f-numbers, distances, focal lengths and numbers of blades in place of their parts.</returns>
    public static List<Token> Join(List<Token> tokens)
    {
        List<Token> joined = [];
        int at = 0;
        while (at < tokens.Count)
        {
            if (TryJoin(tokens, at, joined) is { } next)
            {
                at = next;
                continue;
            }

            joined.Add(tokens[at]);
            at++;
        }

        return joined;
    }

    private static int? TryJoin(List<Token> tokens, int at, List<Token> joined)
    {
        if (NumberOf(tokens[at]) is { } number)
            return JoinNumber(tokens, at, number, joined);

        TokenKind? kind = tokens[at].Is(TermKind.Aperture) ? TokenKind.FNumber
            : tokens[at].Is(TermKind.Blades) ? TokenKind.Blades
            : tokens[at].Is(TermKind.Points) ? TokenKind.Points
            : null;
        if (kind is null)
            return null;

        int next = SkipFillers(tokens, at + 1);
        if (next >= tokens.Count || NumberOf(tokens[next]) is not { } behind || IsCounted(tokens, next))
            return null;

        joined.Add(new(kind.Value, tokens[at].Start, tokens[next].End, Value: behind));
        return next + 1;
    }

    private static int? JoinNumber(List<Token> tokens, int at, double number, List<Token> joined)
    {
        if (at + 1 < tokens.Count && tokens[at + 1].Is(TermKind.Unit))
        {
            (TokenKind kind, double value) = Measure(tokens[at + 1].Term!.Id, number);
            joined.Add(new(kind, tokens[at].Start, tokens[at + 1].End, Value: value));
            return at + 2;
        }

        if (joined.Count > 0 && joined[^1].Kind == TokenKind.FocalLength && tokens[at].Kind == TokenKind.Number)
        {
            joined.Add(new(TokenKind.FNumber, tokens[at].Start, tokens[at].End, Value: number));
            return at + 1;
        }

        int next = SkipFillers(tokens, at + 1);
        if (next >= tokens.Count)
            return null;

        TokenKind? beside = tokens[next].Is(TermKind.Blades) ? TokenKind.Blades
            : tokens[next].Is(TermKind.Points) ? TokenKind.Points
            : tokens[next].Is(TermKind.Aperture) && tokens[at].Kind == TokenKind.Number ? TokenKind.FNumber
            : null;
        if (beside is null)
            return null;

        joined.Add(new(beside.Value, tokens[at].Start, tokens[next].End, Value: number));
        return next + 1;
    }

    private static (TokenKind Kind, double Value) Measure(string unit, double number) => unit switch
    {
        "mm" => (TokenKind.FocalLength, number),
        "cm" => (TokenKind.Distance, number / 100),
        "ft" => (TokenKind.Distance, Math.Round(number * MetresPerFoot, 4)),
        "in" => (TokenKind.Distance, Math.Round(number * MetresPerInch, 4)),
        _ => (TokenKind.Distance, number),
    };

    // The number belongs to what follows: an aperture of nine blades.
    private static bool IsCounted(List<Token> tokens, int at)
    {
        int next = SkipFillers(tokens, at + 1);
        return next < tokens.Count && (tokens[next].Is(TermKind.Unit) || tokens[next].Is(TermKind.Blades));
    }

    private static int SkipFillers(List<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].IsFiller)
            at++;
        return at;
    }

    private static double? NumberOf(Token token) => token.Kind == TokenKind.Number ? token.Value
        : token.Is(TermKind.Number) ? double.Parse(token.Term!.Id, CultureInfo.InvariantCulture)
        : null;
}
