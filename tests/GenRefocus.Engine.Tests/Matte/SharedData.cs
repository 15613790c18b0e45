namespace GenRefocus.Engine.Tests;

/// <summary>The folder "shared" that some development machines have beside the repository; tests that need it are skipped elsewhere.</summary>
internal static class SharedData
{
    public static string Find(string relative)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", relative);
            if (Path.Exists(path))
                return path;
        }

        Assert.Skip($"needs the shared data folder ({relative})");
        return string.Empty;
    }
}
