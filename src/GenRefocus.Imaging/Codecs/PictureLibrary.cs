namespace GenRefocus.Imaging;

/// <summary>The native library that reads and writes picture files.</summary>
public static class PictureLibrary
{
    /// <summary>Name of the library.</summary>
    public const string Name = "libvips";

    /// <summary>Loads the library and asks for its version.</summary>
    /// <returns>The version, as <c>8.18.7</c>.</returns>
    /// <exception cref="PictureException">The library is missing or does not load.</exception>
    public static string ReadVersion()
    {
        VipsRuntime.Use(threads: 1);
        return string.Join('.', Enumerable.Range(0, 3).Select(part => NetVips.NetVips.Version(part)));
    }
}
