namespace GenRefocus.Cli;

/// <summary>Tells whether two names mean one file, by following the links in every part of a path.</summary>
internal static class RealPath
{
    // Linux gives up after 40 links (path_resolution(7)).
    private const int MaxLinks = 40;

    /// <summary>Whether two paths lead to the same name. A hard link is another name: writing replaces that name alone, and the file stays under its first.</summary>
    /// <param name="first">A path.</param>
    /// <param name="second">Another path.</param>
    public static bool AreSame(string first, string second) =>
        string.Equals(Resolve(first), Resolve(second), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <summary>The path without links, dots and doubled separators; parts that do not exist stay as they are.</summary>
    /// <param name="path">Path.</param>
    public static string Resolve(string path) => Resolve(Path.GetFullPath(path), MaxLinks);

    private static string Resolve(string full, int linksLeft)
    {
        if (Path.GetDirectoryName(full) is not { } parent)
            return full;
        string path = Path.Combine(Resolve(parent, linksLeft), Path.GetFileName(full));
        return linksLeft > 0 && LinkTarget(path) is { } target ? Resolve(target, linksLeft - 1) : path;
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or not to be looked at: the name is all there is to compare.
            return null;
        }
    }
}
