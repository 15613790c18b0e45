using System.Runtime.Versioning;
using Microsoft.Win32;

namespace GenRefocus.Cli;

/// <summary>Finds the Paint.NET that is installed.</summary>
internal static class PaintDotNetFolder
{
    private const string Key = @"SOFTWARE\Paint.NET";
    private const string Value = "TARGETDIR";
    private const string Program = "paintdotnet.exe";

    /// <summary>Looks where its installer says, then where it usually is.</summary>
    /// <returns>The folder; <see langword="null"/> where there is none.</returns>
    public static string? Find() => OperatingSystem.IsWindows() ? Places().FirstOrDefault(place => place is not null && File.Exists(Path.Combine(place, Program))) : null;

    [SupportedOSPlatform("windows")]
    private static IEnumerable<string?> Places()
    {
        using (RegistryKey machine = RegistryKey.OpenBaseKey(RegistryHive.LocalMachine, RegistryView.Registry64))
        using (RegistryKey? key = machine.OpenSubKey(Key))
            yield return key?.GetValue(Value) as string;
        yield return Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.ProgramFiles), "paint.net");
    }
}
