using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace GenRefocus.Cli;

/// <summary>The machine and the runtime that a result depends on.</summary>
/// <param name="Platform">Operating system.</param>
/// <param name="Architecture">Of the process: <c>x64</c> or <c>arm64</c>.</param>
/// <param name="Processor">Name of the processor; the architecture where the system does not say.</param>
/// <param name="LogicalProcessors">Processors that the process may use.</param>
/// <param name="VectorExtensions">Vector instructions that the program may use here, the widest first; empty when there are none.</param>
/// <param name="Runtime">.NET and its version.</param>
internal sealed record Machine(
    string Platform, string Architecture, string Processor, int LogicalProcessors, IReadOnlyList<string> VectorExtensions, string Runtime)
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>Asks the system.</summary>
    /// <returns>This machine.</returns>
    public static Machine Read()
    {
        string architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        return new(
            RuntimeInformation.OSDescription,
            architecture,
            ProcessorName() ?? architecture,
            Environment.ProcessorCount,
            [.. Extensions()],
            RuntimeInformation.FrameworkDescription);
    }

    private static IEnumerable<string> Extensions()
    {
        (string Name, bool IsThere)[] known =
        [
            ("AVX-512", Avx512F.IsSupported && Avx512BW.IsSupported), ("AVX2", Avx2.IsSupported), ("SSE4.2", Sse42.IsSupported), ("NEON", AdvSimd.IsSupported),
        ];
        return known.Where(extension => extension.IsThere).Select(extension => extension.Name);
    }

    private static string? ProcessorName()
    {
        if (OperatingSystem.IsWindows())
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        try
        {
            return !File.Exists(LinuxProcessors)
                ? null
                : File.ReadLines(LinuxProcessors)
                    .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
                    .Select(line => line[(line.IndexOf(':') + 1)..].Trim())
                    .FirstOrDefault();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
