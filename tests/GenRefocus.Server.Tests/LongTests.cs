using System.Globalization;

namespace GenRefocus.Server.Tests;

/// <summary>Whether long forms are wanted: <c>GENREFOCUS_LONG_TESTS=1</c>.</summary>
internal static class LongTests
{
    private const double Minutes = 60;

    /// <summary>Folder of the engine: <c>GENREFOCUS_ENGINE_FOLDER</c> for a published one, else the one that was built with the tests.</summary>
    public static string EngineFolder => Environment.GetEnvironmentVariable("GENREFOCUS_ENGINE_FOLDER") ?? AppContext.BaseDirectory;

    /// <summary>Length of the long load: an hour, or <c>GENREFOCUS_LOAD_MINUTES</c>.</summary>
    public static TimeSpan Load => TimeSpan.FromMinutes(double.TryParse(Environment.GetEnvironmentVariable("GENREFOCUS_LOAD_MINUTES"), CultureInfo.InvariantCulture, out double minutes) ? minutes : Minutes);

    public static T Choose<T>(T inSuite, T inLong) => Environment.GetEnvironmentVariable("GENREFOCUS_LONG_TESTS") == "1" ? inLong : inSuite;
}
