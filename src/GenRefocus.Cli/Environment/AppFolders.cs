namespace GenRefocus.Cli;

/// <summary>The folders of this user: of the platform on Windows, of the XDG base directory specification elsewhere.</summary>
internal static class AppFolders
{
    private const string WindowsName = "GenRefocus";
    private const string UnixName = "genrefocus";

    /// <summary>The configuration.</summary>
    public static string Configuration => OperatingSystem.IsWindows()
        ? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.ApplicationData), WindowsName)
        : Path.Combine(Xdg("XDG_CONFIG_HOME", ".config"), UnixName);

    /// <summary>The user's presets, one file <c>NAME.json</c> each.</summary>
    public static string Presets => Path.Combine(Configuration, "presets");

    /// <summary>What can be made again.</summary>
    public static string Cache => OperatingSystem.IsWindows()
        ? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData), WindowsName)
        : Path.Combine(Xdg("XDG_CACHE_HOME", ".cache"), UnixName);

    // The specification demands that a relative path be ignored.
    private static string Xdg(string variable, string fallback) =>
        System.Environment.GetEnvironmentVariable(variable) is { } folder && Path.IsPathRooted(folder)
            ? folder
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), fallback);
}
