namespace GenRefocus.Imaging.Tests;

/// <summary>Finds the data folder that lies beside the repository on some machines.</summary>
internal static class SharedData
{
    /// <summary>A path below a folder named <c>shared</c>, looked for from the tests' folder upwards, or null.</summary>
    public static string? Find(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", relative);
            if (Path.Exists(path))
                return path;
        }

        return null;
    }
}
