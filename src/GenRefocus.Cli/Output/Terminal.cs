namespace GenRefocus.Cli;

/// <summary>What standard error can show. Results go to standard output, everything for the eye of the user to standard error.</summary>
internal static class Terminal
{
    private const int UsualWidth = 80;

    /// <summary>Whether a line can be written over: standard error is a terminal that moves its cursor.</summary>
    public static bool CanRewrite => !Console.IsErrorRedirected && System.Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Whether colours are welcome: a terminal, and NO_COLOR (no-color.org) is not set.</summary>
    public static bool HasColour => CanRewrite && string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Columns of the terminal.</summary>
    public static int Width
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
            }
            catch (Exception unknown) when (unknown is IOException or PlatformNotSupportedException)
            {
                return UsualWidth;
            }
        }
    }

    /// <summary>Writes one line of error text.</summary>
    /// <param name="message">The text; line breaks in it become spaces.</param>
    public static void WriteError(string message) => WriteLabelled("error", "31", message);

    /// <summary>Writes one line of warning.</summary>
    /// <param name="message">The text; line breaks in it become spaces.</param>
    public static void WriteWarning(string message) => WriteLabelled("warning", "33", message);

    private static void WriteLabelled(string label, string colour, string message)
    {
        string shown = HasColour ? $"\e[{colour}m{label}\e[0m" : label;
        Console.Error.WriteLine($"genrefocus: {shown}: {message.ReplaceLineEndings(" ")}");
    }
}
