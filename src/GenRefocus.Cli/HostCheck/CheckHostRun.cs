using GenRefocus.HostCheck;

namespace GenRefocus.Cli;

/// <summary>Runs <c>check-host</c>.</summary>
internal static class CheckHostRun
{
    /// <summary>File of the plug-in.</summary>
    public const string PluginName = "GenRefocus.PaintDotNet.dll";

    /// <summary>Compares and tells.</summary>
    /// <param name="folder">The host's folder; <see langword="null"/> to find it.</param>
    /// <param name="plugin">The plug-in; <see langword="null"/> for the one beside this program.</param>
    /// <param name="json">Whether to write JSON.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="CliException">There is nothing to compare.</exception>
    public static int Execute(string? folder, string? plugin, bool json)
    {
        string host = folder ?? PaintDotNetFolder.Find()
            ?? throw new CliException(ExitCode.Usage, "DIR: no Paint.NET was found on this machine; give the folder that holds paintdotnet.exe");
        BindingReport report = Compare(plugin ?? Path.Combine(AppContext.BaseDirectory, PluginName), host);
        if (json)
            StandardOutput.WriteJson(report, CliJson.Default.BindingReport);
        else
            StandardOutput.WriteLine(string.Join('\n', Lines(report)));
        return (int)(report.Fits ? ExitCode.Ok : ExitCode.HostDoesNotFit);
    }

    private static BindingReport Compare(string plugin, string host)
    {
        try
        {
            return PluginBinding.Check(Path.GetFullPath(plugin), Path.GetFullPath(host));
        }
        catch (HostCheckException unreadable)
        {
            throw new CliException(ExitCode.InputUnreadable, unreadable.Message, unreadable);
        }
        catch (ArgumentException noPath)
        {
            throw new CliException(ExitCode.Usage, $"DIR and --plugin are paths: {noPath.Message}", noPath);
        }
    }

    private static IEnumerable<string> Lines(BindingReport report)
    {
        yield return $"plug-in  {report.Plugin}";
        yield return $"host     {report.Host}, version {report.HostVersion ?? "unknown"}";
        yield return $"compared {report.Types} types, {report.Members} members and {report.Overrides} overrides in {report.Assemblies.Count} assemblies";
        foreach (BindingProblem problem in report.Problems)
            yield return $"problem  {problem.Message}";
        yield return report.Fits
            ? "The plug-in fits this Paint.NET."
            : $"The plug-in does not fit this Paint.NET: {report.Problems.Count} problems. Update both to their newest versions; if it stays so, remove the plug-in and report these lines.";
    }
}
