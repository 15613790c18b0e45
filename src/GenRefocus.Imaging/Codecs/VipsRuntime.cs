using NetVips;

namespace GenRefocus.Imaging;

/// <summary>Sets libvips up once: no operation cache (a photo is decoded once), no log on stderr, no loaders that are not fit for strangers' files.</summary>
internal static class VipsRuntime
{
    private static readonly Lazy<bool> Started = new(Start);

    // Kept in a field: libvips calls it for the life of the process, and the collector does not know.
    private static readonly Log.LogDelegate Silence = static (_, _, _) => { };

    /// <summary>Makes libvips ready and tells it how many threads to use; a process-wide setting, the last caller's holds.</summary>
    /// <param name="threads">Threads, 1 or more.</param>
    /// <exception cref="PictureException">The native library is missing or does not load.</exception>
    public static void Use(int threads)
    {
        try
        {
            _ = Started.Value;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or VipsException or EntryPointNotFoundException)
        {
            throw new PictureException(
                PictureErrorKind.Unsupported, "The picture library libvips could not be loaded. Reinstall the program, or install libvips 8.18 or newer.", e);
        }

        NetVips.NetVips.Concurrency = threads;
    }

    private static bool Start()
    {
        if (!ModuleInitializer.VipsInitialized)
            throw new DllNotFoundException("libvips did not start.", ModuleInitializer.Exception);
        const Enums.LogLevelFlags everything = Enums.LogLevelFlags.All;
        foreach (string domain in (ReadOnlySpan<string>)["VIPS", "GLib", "GLib-GObject"])
            Log.SetLogHandler(domain, everything, Silence);
        Cache.Max = 0;
        NetVips.NetVips.BlockUntrusted = true;
        return true;
    }
}
