using System.Buffers.Binary;
using System.Text;

namespace GenRefocus.Imaging;

/// <summary>
/// Reads what is needed from an ICC profile (ICC.1:2022): its colour space and the tone curves of a matrix or grey profile. The profile itself
/// is never changed; it goes back into the output byte for byte.
/// </summary>
internal static class IccProfile
{
    private const int HeaderBytes = 128;
    private const int ColourSpaceAt = 16;
    private const int TagBytes = 12;
    private const int MaxTags = 200;

    /// <summary>The four letters of the profile's device colour space, such as <c>RGB </c>, or empty where the profile is too short.</summary>
    /// <param name="profile">The profile.</param>
    public static string ColourSpace(ReadOnlySpan<byte> profile) =>
        profile.Length < HeaderBytes + 4 ? "" : Encoding.ASCII.GetString(profile.Slice(ColourSpaceAt, 4));

    /// <summary>The curves of an RGB or grey profile, or null where the profile is built on tables of another kind or is damaged.</summary>
    /// <param name="profile">The profile.</param>
    public static ColourEncoding? ReadEncoding(ReadOnlySpan<byte> profile)
    {
        switch (ColourSpace(profile))
        {
            case "GRAY":
                return ReadCurve(FindTag(profile, "kTRC")) is { } grey ? ColourEncoding.Uniform(grey) : null;
            case "RGB ":
                ReadOnlySpan<byte> redTag = FindTag(profile, "rTRC");
                ReadOnlySpan<byte> greenTag = FindTag(profile, "gTRC");
                ReadOnlySpan<byte> blueTag = FindTag(profile, "bTRC");
                if (ReadCurve(redTag) is not { } red)
                    return null;
                ToneCurve? green = greenTag.SequenceEqual(redTag) ? red : ReadCurve(greenTag);
                ToneCurve? blue = blueTag.SequenceEqual(redTag) ? red : ReadCurve(blueTag);
                return green is null || blue is null ? null : new ColourEncoding(red, green, blue);
            default:
                return null;
        }
    }

    private static ReadOnlySpan<byte> FindTag(ReadOnlySpan<byte> profile, string signature)
    {
        uint count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile[HeaderBytes..]), MaxTags);
        uint wanted = BinaryPrimitives.ReadUInt32BigEndian(Encoding.ASCII.GetBytes(signature));
        for (int i = 0; i < count; i++)
        {
            int at = HeaderBytes + 4 + (i * TagBytes);
            if (at + TagBytes > profile.Length)
                break;
            if (BinaryPrimitives.ReadUInt32BigEndian(profile[at..]) != wanted)
                continue;
            uint offset = BinaryPrimitives.ReadUInt32BigEndian(profile[(at + 4)..]);
            uint size = BinaryPrimitives.ReadUInt32BigEndian(profile[(at + 8)..]);
            return (ulong)offset + size > (ulong)profile.Length ? default : profile.Slice((int)offset, (int)size);
        }

        return default;
    }

    private static ToneCurve? ReadCurve(ReadOnlySpan<byte> tag)
    {
        if (tag.Length < 12)
            return null;
        Func<double, double>? curve = Encoding.ASCII.GetString(tag[..4]) switch
        {
            "curv" => ReadTable(tag),
            "para" => ReadParametric(tag),
            _ => null,
        };
        return curve is not null && IsUsable(curve) ? new ToneCurve(curve) : null;
    }

    /// <summary>A curve must rise from near black to near white; an inverted or damaged one would turn light upside down.</summary>
    private static bool IsUsable(Func<double, double> curve)
    {
        double black = curve(0), middle = curve(0.5), white = curve(1);
        return black is >= 0 and < 0.5 && middle >= black && middle <= white && white is > 0.5 and < 1.5;
    }

    /// <summary>Type <c>curv</c>: no entry = identity, one = gamma in 1/256, more = equidistant samples in 1/65535.</summary>
    private static Func<double, double>? ReadTable(ReadOnlySpan<byte> tag)
    {
        uint count = BinaryPrimitives.ReadUInt32BigEndian(tag[8..]);
        if (count == 0)
            return static x => x;
        if ((ulong)count * 2 + 12 > (ulong)tag.Length)
            return null;
        if (count == 1)
        {
            double gamma = BinaryPrimitives.ReadUInt16BigEndian(tag[12..]) / 256.0;
            return x => Math.Pow(x, gamma);
        }

        var samples = new double[count];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = BinaryPrimitives.ReadUInt16BigEndian(tag[(12 + (2 * i))..]) / 65535.0;
        return x =>
        {
            double position = Math.Clamp(x, 0, 1) * (samples.Length - 1);
            int left = Math.Min((int)position, samples.Length - 2);
            return samples[left] + ((position - left) * (samples[left + 1] - samples[left]));
        };
    }

    /// <summary>Type <c>para</c>, function types 0 to 4 of ICC.1:2022 section 10.18.</summary>
    private static Func<double, double>? ReadParametric(ReadOnlySpan<byte> tag)
    {
        ReadOnlySpan<int> parameterCounts = [1, 3, 4, 5, 7];
        int type = BinaryPrimitives.ReadUInt16BigEndian(tag[8..]);
        if (type >= parameterCounts.Length || tag.Length < 12 + (4 * parameterCounts[type]))
            return null;
        Span<double> p = stackalloc double[7];
        for (int i = 0; i < parameterCounts[type]; i++)
            p[i] = BinaryPrimitives.ReadInt32BigEndian(tag[(12 + (4 * i))..]) / 65536.0;
        (double g, double a, double b, double c, double d, double e, double f) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        return type switch
        {
            0 => x => Math.Pow(x, g),
            1 => x => (a * x) + b >= 0 && a != 0 ? Math.Pow((a * x) + b, g) : 0,
            2 => x => (a * x) + b >= 0 && a != 0 ? Math.Pow((a * x) + b, g) + c : c,
            3 => x => x >= d ? Math.Pow((a * x) + b, g) : c * x,
            _ => x => x >= d ? Math.Pow((a * x) + b, g) + e : (c * x) + f,
        };
    }
}
