using System.Diagnostics;
using System.Text;

namespace GenRefocus.Imaging.Tests;

/// <summary>An independent reader of metadata, where it is installed.</summary>
internal static class ExifTool
{
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "exiftool")).FirstOrDefault(File.Exists);

    public static string Run(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
