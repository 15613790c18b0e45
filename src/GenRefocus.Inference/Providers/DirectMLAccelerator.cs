using Microsoft.ML.OnnxRuntime;
using Microsoft.Win32;

namespace GenRefocus.Inference;

/// <summary>The default graphics adapter through DirectML.</summary>
internal sealed class DirectMLAccelerator : IAccelerator
{
    /// <summary>Registry folder of Windows' display adapters (device class "Display").</summary>
    private const string AdapterKey = @"SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}";

    public string? WhyAbsent
    {
        get
        {
            if (!OperatingSystem.IsWindows())
                return "DirectML exists on Windows only.";
            return OrtRuntime.Providers.Contains("DmlExecutionProvider")
                ? null
                : "This build of GenRefocus has an ONNX Runtime without DirectML.";
        }
    }

    public string Identity => string.Join("; ", Adapters().Prepend("ONNX Runtime " + OrtRuntime.Version));

    public float[] Run(byte[] model, ModelTensor input)
    {
        using SessionOptions options = OrtRuntime.CreateOptions(ExecutionProvider.DirectML, threads: 1);
        return OrtRuntime.RunOnce(model, input, options);
    }

    /// <summary>Name and driver version of every display adapter, since which of them is the default one may change without a trace here.</summary>
    private static List<string> Adapters()
    {
        var found = new List<string>();
        if (!OperatingSystem.IsWindows())
            return found;
        using RegistryKey? folder = Registry.LocalMachine.OpenSubKey(AdapterKey);
        foreach (string name in folder?.GetSubKeyNames() ?? [])
        {
            if (!name.All(char.IsAsciiDigit))
                continue;
            using RegistryKey? adapter = folder!.OpenSubKey(name);
            found.Add($"{adapter?.GetValue("DriverDesc")} {adapter?.GetValue("DriverVersion")}");
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }
}
