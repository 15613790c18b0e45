using System.Runtime.InteropServices;

namespace GenRefocus.Cli;

/// <summary>Libraries that Windows does not bring along: those of Visual C++, which the network runtime was built with, and DirectML.</summary>
internal static class WindowsLibraryChecks
{
    /// <summary>The file of DirectML beside the program; builds for the processor alone have none.</summary>
    private const string DirectML = "DirectML.dll";

    private const string VisualCpp = "Visual C++ runtime";

    private static readonly string[] Always = ["MSVCP140.dll", "MSVCP140_1.dll", "VCRUNTIME140.dll", "VCRUNTIME140_1.dll"];
    private static readonly string[] WithDirectML = ["MSVCP140_ATOMIC_WAIT.dll"];

    /// <summary>Looks on Windows; elsewhere there is nothing to look for.</summary>
    public static IEnumerable<Check> Look()
    {
        if (!OperatingSystem.IsWindows())
            return [];
        string directML = Path.Combine(AppContext.BaseDirectory, DirectML);
        return Look(File.Exists(directML), name => NativeLibrary.TryLoad(name == DirectML ? directML : name, out _));
    }

    /// <summary>Looks.</summary>
    /// <param name="isDirectMLBuild">Whether this build brings DirectML.</param>
    /// <param name="loads">Whether a library can be loaded.</param>
    internal static IEnumerable<Check> Look(bool isDirectMLBuild, Func<string, bool> loads)
    {
        string[] missing = [.. Always.Concat(isDirectMLBuild ? WithDirectML : []).Where(name => !loads(name))];
        yield return missing.Length == 0
            ? Check.Ok(VisualCpp, "there")
            : Check.Problem(
                VisualCpp,
                ExitCode.ModelMissing,
                $"{string.Join(", ", missing)} cannot be loaded",
                "install the Microsoft Visual C++ 2015-2022 Redistributable for this kind of processor");
        if (!isDirectMLBuild)
            yield return Check.Ok(DirectML, "not part of this build; the processor computes");
        else if (loads(DirectML))
            yield return Check.Ok(DirectML, "there");
        else
            yield return Check.Warning(DirectML, "is there but cannot be loaded; the processor computes", "install the program again, and the updates of Windows");
    }
}
