using System.Runtime.InteropServices;

namespace GenRefocus.Inference;

/// <summary>
/// Tells ONNX Runtime to keep what it sees to itself. Its official builds send an event when their environment is created, before
/// <c>DisableTelemetryEvents</c> can be called, and on Linux keep a queue of such events in the user's cache folder. The environment variables are looked at first; their name has
/// changed between versions.
/// </summary>
internal static partial class TelemetryOptOut
{
    private static readonly string[] Names = ["ORT_DISABLE_TELEMETRY", "ORT_TELEMETRY_DISABLED"];

    /// <summary>Sets the variables; to be called before the native library is first used.</summary>
    public static void Apply()
    {
        foreach (string name in Names)
        {
            // On Unix, .NET keeps its own copy of the environment, which native code does not see.
            Environment.SetEnvironmentVariable(name, "1");
            if (!OperatingSystem.IsWindows())
                _ = SetNative(name, "1", 1);
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);
}
