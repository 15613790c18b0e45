using System.Runtime.Versioning;
using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>The right to be the one engine of a place: a lock that ends with the process, however it ends.</summary>
internal sealed class SingleInstance : IDisposable
{
    private readonly IDisposable _held;

    private SingleInstance(IDisposable held) => _held = held;

    /// <summary>Takes the right.</summary>
    /// <param name="endpoint">The place.</param>
    /// <returns>The right; null when another engine has it.</returns>
    /// <exception cref="IOException">The place cannot be used.</exception>
    public static SingleInstance? TryTake(BridgeEndpoint endpoint) => OperatingSystem.IsWindows() ? TryTakeMutex(endpoint) : TryTakeLock(endpoint);

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static SingleInstance? TryTakeMutex(BridgeEndpoint endpoint)
    {
        // Ownership of a mutex is a thread's; that it exists is enough, and ends with its last handle.
        Mutex mutex = new(initiallyOwned: false, $@"Local\{endpoint.Pipe}", out bool isNew);
        if (isNew)
            return new SingleInstance(mutex);
        mutex.Dispose();
        return null;
    }

    [UnsupportedOSPlatform("windows")]
    private static SingleInstance? TryTakeLock(BridgeEndpoint endpoint)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        try
        {
            Directory.CreateDirectory(endpoint.Folder, OwnerOnly);

            // Only the owner may change the mode: a folder that somebody else put there is refused here.
            File.SetUnixFileMode(endpoint.Folder, OwnerOnly);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException($"The folder {endpoint.Folder} is not this user's; remove it or set XDG_RUNTIME_DIR.", refused);
        }

        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        try
        {
            // On Unix this takes flock.
            return new SingleInstance(new FileStream(endpoint.Lock, options));
        }
        catch (IOException) when (File.Exists(endpoint.Lock))
        {
            return null;
        }
    }
}
