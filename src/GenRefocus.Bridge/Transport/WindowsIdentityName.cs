using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Principal;

namespace GenRefocus.Bridge;

/// <summary>The name that separates users, logons and integrity levels on Windows.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsIdentityName
{
    private const int TokenIntegrityLevel = 25;
    private const int LabelBytes = 256;

    /// <summary>The pipe's name.</summary>
    /// <exception cref="IOException">Windows does not tell who we are.</exception>
    public static string PipeName()
    {
        using WindowsIdentity identity = WindowsIdentity.GetCurrent();
        using Process process = Process.GetCurrentProcess();
        string user = identity.User?.Value ?? throw new IOException("Windows does not tell the current user.");
        return string.Create(CultureInfo.InvariantCulture, $"genrefocus-v1-{user}-{process.SessionId}-{IntegrityLevel(identity)}");
    }

    // TOKEN_MANDATORY_LABEL: a pointer to a SID whose last sub-authority is the level.
    private static unsafe int IntegrityLevel(WindowsIdentity identity)
    {
        byte* label = stackalloc byte[LabelBytes];
        if (!GetTokenInformation(identity.Token, TokenIntegrityLevel, label, LabelBytes, out _))
            throw new IOException("Windows does not tell the integrity level of this process.");
        byte* sid = *(byte**)label;
        int count = sid[1];
        return ((int*)(sid + 8))[count - 1];
    }

    [LibraryImport("advapi32.dll", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static unsafe partial bool GetTokenInformation(nint token, int kind, void* information, int length, out int needed);
}
