using System.Globalization;
using GenRefocus.Server.Tests;

namespace GenRefocus.PaintDotNet.Tests.Storms;

/// <summary>How many storms a test raises: <c>GENREFOCUS_STORMS</c> for another number in the long form.</summary>
internal static class StormCount
{
    public static int Choose(int inSuite, int inLong) => LongTests.Choose(
        inSuite, int.TryParse(Environment.GetEnvironmentVariable("GENREFOCUS_STORMS"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : inLong);
}
