using System.Globalization;

namespace GenRefocus.Server.Tests.Kills;

/// <summary>Finds engine processes of a folder by what the kernel tells.</summary>
internal static class EngineProcess
{
    /// <summary>Processes whose command line names the folder.</summary>
    public static List<int> Find(string folder)
    {
        List<int> found = [];
        foreach (string path in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int pid) || pid == Environment.ProcessId)
                continue;
            try
            {
                if (File.ReadAllText($"{path}/cmdline").Contains(folder, StringComparison.Ordinal))
                    found.Add(pid);
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile.
            }
        }

        return found;
    }

    /// <summary>Descriptors of this process.</summary>
    public static int OpenDescriptors => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
