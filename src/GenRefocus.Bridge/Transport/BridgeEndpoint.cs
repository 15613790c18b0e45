namespace GenRefocus.Bridge;

/// <summary>Where an engine listens; <c>docs/bridge-protocol.md</c>, section 1.</summary>
public sealed record BridgeEndpoint
{
    private const string SocketName = "v1.sock";
    private const string LockName = "v1.lock";

    private BridgeEndpoint(string folder, string pipe)
    {
        Folder = folder;
        Pipe = pipe;
    }

    /// <summary>The place of this user, logon and integrity level.</summary>
    public static BridgeEndpoint Default => OperatingSystem.IsWindows() ? new BridgeEndpoint("", WindowsIdentityName.PipeName()) : In(DefaultFolder());

    /// <summary>Folder of socket and lock; empty on Windows.</summary>
    public string Folder { get; }

    /// <summary>Name of the pipe; empty elsewhere.</summary>
    public string Pipe { get; }

    /// <summary>Path of the socket.</summary>
    public string Socket => Path.Combine(Folder, SocketName);

    /// <summary>Path of the lock.</summary>
    public string Lock => Path.Combine(Folder, LockName);

    /// <summary>A place of its own, for tests and several installations side by side.</summary>
    /// <param name="folder">A folder of the user; on Windows its last name becomes part of the pipe's.</param>
    public static BridgeEndpoint In(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return OperatingSystem.IsWindows()
            ? new BridgeEndpoint("", $"{WindowsIdentityName.PipeName()}-{Path.GetFileName(Path.TrimEndingDirectorySeparator(folder))}")
            : new BridgeEndpoint(Path.GetFullPath(folder), "");
    }

    private static string DefaultFolder() => Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { } runtime && Path.IsPathRooted(runtime) && Directory.Exists(runtime)
        ? Path.Combine(runtime, "genrefocus")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "genrefocus", "run");
}
