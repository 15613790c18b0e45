namespace GenRefocus.Cli;

/// <summary>What an evaluation of pictures takes in.</summary>
/// <param name="Sets">Names of the sets; empty for all.</param>
/// <param name="Most">Scenes, photos or stacks of each set at most.</param>
/// <param name="Models">The folder of the networks; null for the installed ones.</param>
/// <param name="Steps">Diffusion steps.</param>
/// <param name="Seed">Seed of the noise between steps.</param>
internal sealed record EvalScope(IReadOnlyList<string> Sets, int Most, string? Models, int Steps, long Seed)
{
    /// <summary>The sets that are wanted.</summary>
    /// <param name="all">All there are.</param>
    /// <exception cref="CliException">One is named that there is not.</exception>
    public IReadOnlyList<string> Of(IReadOnlyList<string> all)
    {
        if (Sets.FirstOrDefault(set => !all.Contains(set)) is { } unknown)
            throw new CliException(ExitCode.Usage, $"{EvalScopeOptions.SetsFlag}: \"{unknown}\" is no set; there is {string.Join(", ", all)}");
        return Sets.Count > 0 ? Sets : all;
    }
}
