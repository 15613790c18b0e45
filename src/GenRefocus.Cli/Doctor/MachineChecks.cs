using System.Globalization;

namespace GenRefocus.Cli;

/// <summary>System, runtime and processor.</summary>
internal static class MachineChecks
{
    /// <summary>Looks at the machine.</summary>
    /// <param name="machine">The machine.</param>
    public static IEnumerable<Check> Look(Machine machine)
    {
        yield return Check.Ok("system", $"{machine.Platform}, {machine.Architecture}");
        yield return Check.Ok("runtime", machine.Runtime);
        yield return Check.Ok("processor", string.Create(CultureInfo.InvariantCulture, $"{machine.Processor}, {machine.LogicalProcessors} threads"));

        string extensions = machine.VectorExtensions.Count == 0 ? "none" : string.Join(", ", machine.VectorExtensions);
        bool isSlow = machine.Architecture == "x64" && !machine.VectorExtensions.Contains("AVX2");
        yield return isSlow
            ? Check.Warning("vector instructions", extensions, "without AVX2 everything takes several times as long; unset DOTNET_EnableAVX2 if it is set, or use a processor of 2013 or later")
            : Check.Ok("vector instructions", extensions);
    }
}
