namespace GenRefocus.Cli;

/// <summary>The folders of this user.</summary>
internal static class FolderChecks
{
    /// <summary>Looks whether they can be written.</summary>
    public static IEnumerable<Check> Look()
    {
        string log = EngineEnvironment.LogFileOrDefault();
        yield return Look("configuration folder", AppFolders.Configuration, "presets cannot be kept; give yourself the right to write there");
        yield return Look("cache folder", EngineEnvironment.CacheFolderOrDefault(), $"what could be kept is made anew each time; name another folder with {EngineEnvironment.CacheVariable}");
        yield return Look("log folder", Path.GetDirectoryName(Path.GetFullPath(log))!, $"errors of the program leave no trace; name another file with {EngineEnvironment.LogVariable}");
    }

    private static Check Look(string name, string folder, string advice)
    {
        try
        {
            bool exists = Directory.Exists(folder);
            Write(exists ? folder : Nearest(folder));
            return Check.Ok(name, exists ? folder : $"{folder} (made when needed)");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Check.Warning(name, $"{folder} cannot be written: {refused.Message}", advice);
        }
    }

    // A folder that is not there is made in the nearest one that is, unless a file is in the way.
    private static string Nearest(string folder)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(at))
                throw new IOException($"{at} is a file.");
            if (Directory.Exists(at))
                return at;
        }

        throw new DirectoryNotFoundException("There is no such place.");
    }

    private static void Write(string folder)
    {
        string probe = Path.Combine(folder, $".genrefocus-doctor.{Environment.ProcessId}.tmp");
        using FileStream file = new(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
    }
}
