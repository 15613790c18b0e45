using System.Buffers.Binary;
using System.Text;

namespace GenRefocus.Imaging.Tests;

/// <summary>Builds small ICC version 2 profiles.</summary>
internal static class IccSample
{
    /// <summary>An RGB profile with the primaries of Adobe RGB (1998), one curve a channel.</summary>
    public static byte[] Rgb(byte[] red, byte[] green, byte[] blue) => Build(
        "RGB ",
        ("wtpt", Xyz(0.9505, 1, 1.0891)), ("rXYZ", Xyz(0.60974, 0.31111, 0.01947)), ("gXYZ", Xyz(0.20528, 0.62567, 0.06087)),
        ("bXYZ", Xyz(0.14919, 0.06322, 0.74457)), ("rTRC", red), ("gTRC", green), ("bTRC", blue));

    public static byte[] Rgb(byte[] curve) => Rgb(curve, curve, curve);

    public static byte[] Grey(byte[] curve) => Build("GRAY", ("wtpt", Xyz(0.9505, 1, 1.0891)), ("kTRC", curve));

    /// <summary>An RGB profile that is built on tables of 8 bits and has no curves.</summary>
    public static byte[] LookUpTables() => Build("RGB ", ("wtpt", Xyz(0.9505, 1, 1.0891)), ("A2B0", Table()), ("B2A0", Table()));

    /// <summary>Type <c>mft1</c>, the identity on a grid of 2 × 2 × 2.</summary>
    private static byte[] Table()
    {
        byte[] ramp = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        var tag = new byte[48 + (6 * 256) + 24];
        "mft1"u8.CopyTo(tag);
        (tag[8], tag[9], tag[10]) = (3, 3, 2);
        for (int i = 0; i < 9; i += 4)
            BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(12 + (4 * i)), 0x10000);
        for (int i = 0; i < 3; i++)
        {
            ramp.CopyTo(tag, 48 + (256 * i));
            ramp.CopyTo(tag, 48 + (3 * 256) + 24 + (256 * i));
        }

        for (int i = 0; i < 24; i++)
            tag[48 + (3 * 256) + i] = (byte)(((i / 3) >> (2 - (i % 3)) & 1) * 255);
        return tag;
    }

    public static byte[] Gamma(double gamma) => Curve((ushort)Math.Round(gamma * 256));

    public static byte[] Curve(params ushort[] values)
    {
        var tag = new byte[12 + (2 * values.Length)];
        "curv"u8.CopyTo(tag);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(8), values.Length);
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(tag.AsSpan(12 + (2 * i)), values[i]);
        return tag;
    }

    public static byte[] Parametric(int type, params double[] parameters)
    {
        var tag = new byte[12 + (4 * parameters.Length)];
        "para"u8.CopyTo(tag);
        BinaryPrimitives.WriteInt16BigEndian(tag.AsSpan(8), (short)type);
        for (int i = 0; i < parameters.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(12 + (4 * i)), (int)Math.Round(parameters[i] * 65536));
        return tag;
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        var tag = new byte[20];
        "XYZ "u8.CopyTo(tag);
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(8), (int)Math.Round(x * 65536));
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(12), (int)Math.Round(y * 65536));
        BinaryPrimitives.WriteInt32BigEndian(tag.AsSpan(16), (int)Math.Round(z * 65536));
        return tag;
    }

    private static byte[] Build(string space, params (string Name, byte[] Data)[] tags)
    {
        int at = 128 + 4 + (12 * tags.Length);
        var profile = new byte[at + tags.Sum(t => (t.Data.Length + 3) / 4 * 4)];
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        profile[8] = 2;
        profile[9] = 0x10;
        Encoding.ASCII.GetBytes("mntr" + space + "XYZ ").CopyTo(profile, 12);
        "acsp"u8.CopyTo(profile.AsSpan(36));
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(68), 0xF6D6);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(72), 0x10000);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(76), 0xD32D);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(128), tags.Length);
        for (int i = 0; i < tags.Length; i++)
        {
            Encoding.ASCII.GetBytes(tags[i].Name).CopyTo(profile, 132 + (12 * i));
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(136 + (12 * i)), at);
            BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(140 + (12 * i)), tags[i].Data.Length);
            tags[i].Data.CopyTo(profile, at);
            at += (tags[i].Data.Length + 3) / 4 * 4;
        }

        return profile;
    }
}
