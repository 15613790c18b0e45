using System.Runtime.InteropServices;

namespace GenRefocus.Server;

/// <summary>Cuts the engine off from the host that started it.</summary>
public static partial class Detachment
{
    /// <summary>Leaves the host's process group, so that what ends the host's plug-ins does not end the engine of all hosts. Does nothing on Windows.</summary>
    public static void Leave()
    {
        if (!OperatingSystem.IsWindows())
            _ = StartSession();
    }

    // Fails only where the process leads its group already, and then there is nothing to leave.
    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int StartSession();
}
