namespace GenRefocus.Cli;

/// <summary>The environment variables of the program that are set.</summary>
internal static class VariableChecks
{
    private const string Prefix = "GENREFOCUS_";

    /// <summary>Looks at the variables.</summary>
    public static IEnumerable<Check> Look()
    {
        List<string> names = [.. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (names.Count == 0)
            yield return Check.Ok("variables", $"none of {string.Join(", ", EngineEnvironment.Checks.Keys)} is set");
        foreach (string name in names)
            yield return Look(name, Environment.GetEnvironmentVariable(name) ?? "");
    }

    private static Check Look(string name, string value)
    {
        if (!EngineEnvironment.Checks.TryGetValue(name, out Action? check))
        {
            string? near = Spelling.Closest(name, EngineEnvironment.Checks.Keys);
            return Check.Warning(name, "is no variable of this program and has no effect", near is null ? "unset it" : $"did you mean {near}?");
        }

        try
        {
            check();
            return Check.Ok(name, value.Length == 0 ? "empty, counts as not set" : value);
        }
        catch (CliException refused)
        {
            return Check.Problem(name, refused.Code, refused.Message, "correct it or unset it");
        }
    }
}
