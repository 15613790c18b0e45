namespace GenRefocus.Server.Tests;

/// <summary>Whether long forms are wanted: <c>GENREFOCUS_LONG_TESTS=1</c>.</summary>
internal static class LongTests
{
    public static T Choose<T>(T inSuite, T inLong) => Environment.GetEnvironmentVariable("GENREFOCUS_LONG_TESTS") == "1" ? inLong : inSuite;
}
