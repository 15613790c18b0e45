namespace GenRefocus.Server;

/// <summary>Photoshop's 0 … 32768 to 0 … 65535 and back; there and back is the same number.</summary>
internal static class PhotoshopRange
{
    private const uint Highest = 32768;

    /// <summary>To 16 bits.</summary>
    public static ushort Widen(ushort value) => (ushort)(((Math.Min(value, Highest) * ushort.MaxValue) + (Highest / 2)) / Highest);

    /// <summary>From 16 bits.</summary>
    public static ushort Narrow(ushort value) => (ushort)(((value * Highest) + (ushort.MaxValue / 2)) / ushort.MaxValue);
}
