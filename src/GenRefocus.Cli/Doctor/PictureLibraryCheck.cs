using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>The library that reads and writes pictures.</summary>
internal static class PictureLibraryCheck
{
    /// <summary>Loads it.</summary>
    public static IEnumerable<Check> Look() => Check.Guarded(
        PictureLibrary.Name,
        ExitCode.InputUnreadable,
        "install the program again",
        () => [Check.Ok(PictureLibrary.Name, PictureLibrary.ReadVersion())]);
}
