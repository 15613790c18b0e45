namespace GenRefocus.Cli;

/// <summary>What <c>doctor --json</c> prints.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="ExitCode">What the process tells the shell: 0, or the code of the first problem.</param>
/// <param name="Machine">Where it runs.</param>
/// <param name="Checks">What was found.</param>
internal sealed record DoctorReport(string Version, int ExitCode, Machine Machine, IReadOnlyList<Check> Checks)
{
    /// <summary>Looks at everything.</summary>
    /// <param name="cancellation">Ends it.</param>
    public static DoctorReport Make(CancellationToken cancellation)
    {
        Machine machine = Machine.Read();
        List<Check> checks =
        [
            Cli.Check.Ok("version", ProductVersion.Text),
            .. MachineChecks.Look(machine),
            .. VariableChecks.Look(),
            .. PictureLibraryCheck.Look(),
            .. WindowsLibraryChecks.Look(),
            .. NetworkChecks.Look(cancellation),
            .. ModelChecks.Look(cancellation),
            .. FolderChecks.Look(),
            .. EngineProcessCheck.Look(cancellation),
        ];
        Check? problem = checks.Find(check => check.State == CheckState.Problem);
        return new(ProductVersion.Text, (int)(problem?.Code ?? Cli.ExitCode.Ok), machine, checks);
    }

    /// <summary>The same for people: a line for each check, and a line for what to do.</summary>
    public IEnumerable<string> Lines()
    {
        const int StateWidth = 8, NameWidth = 24;
        foreach (Check check in Checks)
        {
            string state = check.State.ToString().ToLowerInvariant();
            yield return $"{state.PadRight(StateWidth)} {check.Name.PadRight(NameWidth)} {check.Finding}{(check.Advice is { } advice ? $" → {advice}" : "")}";
        }

        int problems = Checks.Count(check => check.State == CheckState.Problem), warnings = Checks.Count(check => check.State == CheckState.Warning);
        yield return "";
        yield return problems > 0 ? "Photos cannot be refocused before the problems are solved."
            : warnings > 0 ? "Photos can be refocused; the warnings say what could be better."
            : "All is well.";
    }
}
