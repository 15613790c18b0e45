namespace GenRefocus.Cli;

/// <summary>The language that the system's environment names. The runtime itself does not know it, as it runs without cultures.</summary>
internal static class UserLanguage
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Reads the language.</summary>
    /// <returns>A name as <c>de_DE.UTF-8</c>; <see langword="null"/> when none is set.</returns>
    public static string? Read() => Variables.Select(System.Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
