using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary><c>doctor</c>: looks for what could keep the program from working, and says what to do.</summary>
internal static class DoctorCommand
{
    public const string Name = "doctor";

    public const string Description = "Looks for what could keep the program from working here, and says what to do.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        Option<bool> json = new("--json") { Description = "Prints the result as JSON on standard output." };
        command.Add(json);
        command.SetAction(parsed =>
        {
            DoctorReport report = DoctorReport.Make(cancellation);
            if (parsed.GetValue(json))
                StandardOutput.WriteJson(report, CliJson.Default.DoctorReport);
            else
                StandardOutput.WriteLine(string.Join('\n', report.Lines()));
            return report.ExitCode;
        });
    }
}
