namespace GenRefocus.Words;

/// <summary>Settles what statements mean beside those that stand before them.</summary>
internal static class StatementResolver
{
    /// <summary>Settles them.</summary>
    /// <param name="statements">The statements, in the order of the text.</param>
    /// <returns>Those that mean something, each by itself.</returns>
    public static List<Statement> Resolve(IReadOnlyList<Statement> statements)
    {
        List<Statement> resolved = [];
        HashSet<string> named = new(StringComparer.Ordinal);
        bool sharp = false;
        Statement? last = null;
        foreach (Statement statement in statements)
        {
            if (statement.NeedsSharp && !sharp)
                continue;

            if (statement.Tempers && last is { IsNegation: false, Row.Length: > 0 })
            {
                resolved[^1] = last = last with { Factor = Intensity.LessFactor, End = statement.End };
                continue;
            }

            Statement settled = statement.IsLess ? Less(statement, named) : Continues(last, statement) ? statement with { IsNegation = true } : statement;
            if (sharp && statement.BlursPart)
            {
                resolved.RemoveAll(earlier => SharpRows.Contains(earlier.Row) && !earlier.IsNegation);
                sharp = false;
            }

            sharp |= SharpRows.Contains(settled.Row) && !settled.IsNegation;
            if (settled.IsNegation)
                named.Remove(settled.Row);
            else if (!statement.IsLess)
                named.Add(settled.Row);
            resolved.Add(settled);
            last = settled;
        }

        return resolved;
    }

    // Not harsh and nervous: the second word of a row is left out with the first.
    private static bool Continues(Statement? last, Statement statement) =>
        last is { IsNegation: true } && last.Row.Length > 0 && last.Row == statement.Row && statement.Factor is null && !statement.IsNegation;

    // Less than what was asked for before, else less than what the picture has by itself; where that is nothing, the look is left out.
    private static Statement Less(Statement statement, HashSet<string> named) =>
        named.Contains(statement.Row) ? statement with { Factor = Intensity.LessFactor }
        : Intensity.HalfOfDefaults(statement.Patch) is { } halved ? statement with { Patch = halved }
        : statement with { IsNegation = true };
}
