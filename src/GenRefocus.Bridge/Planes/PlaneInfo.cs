using System.Globalization;
using System.Text.Json.Serialization;

namespace GenRefocus.Bridge;

/// <summary>A plane as the wire describes it; <c>docs/bridge-protocol.md</c>, section 3.2.</summary>
public sealed record PlaneInfo
{
    /// <summary>Columns or rows at most; keeps every product below 2⁶³.</summary>
    public const int MaxSide = 1 << 20;

    /// <summary>Bytes of a row at most.</summary>
    public const int MaxStride = 1 << 26;

    /// <summary>Id, 1 or more, unique in a connection.</summary>
    public required uint Id { get; init; }

    /// <summary>What it is for.</summary>
    public required PlaneRole Role { get; init; }

    /// <summary>What a sample is.</summary>
    public required PlaneFormat Format { get; init; }

    /// <summary>1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha.</summary>
    public required int Channels { get; init; }

    /// <summary>Columns.</summary>
    public required int Width { get; init; }

    /// <summary>Rows.</summary>
    public required int Height { get; init; }

    /// <summary>Bytes from row to row.</summary>
    public required int Stride { get; init; }

    /// <summary>Whether and how there is alpha.</summary>
    public AlphaKind Alpha { get; init; }

    /// <summary>How samples stand for light.</summary>
    public PlaneTransfer Transfer { get; init; }

    /// <summary>Memory that holds it; null for chunks.</summary>
    public SharedPlane? Shm { get; init; }

    /// <summary>Bytes of a sample.</summary>
    [JsonIgnore]
    public int SampleBytes => Format switch { PlaneFormat.U8 => 1, PlaneFormat.F32 => 4, _ => 2 };

    /// <summary>Whether samples are floats.</summary>
    [JsonIgnore]
    public bool IsFloat => Format is PlaneFormat.F16 or PlaneFormat.F32;

    /// <summary>Channels without alpha.</summary>
    [JsonIgnore]
    public int Colours => Channels <= 2 ? 1 : 3;

    /// <summary>Bytes of a row without padding. Call <see cref="Check"/> first.</summary>
    [JsonIgnore]
    public int RowBytes => Width * Channels * SampleBytes;

    /// <summary>Bytes of the whole plane. Call <see cref="Check"/> first.</summary>
    [JsonIgnore]
    public long ByteLength => ((long)Stride * (Height - 1)) + RowBytes;

    /// <summary>Whether bytes mean the same in two planes.</summary>
    /// <param name="other">The other plane.</param>
    public bool HasLayoutOf(PlaneInfo other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Format, Channels, Alpha, Transfer) == (other.Format, other.Channels, other.Alpha, other.Transfer);
    }

    /// <summary>The line that stands before the plane's rows in the content hash.</summary>
    public string HashLine()
    {
        string words = $"{Word(Role)} {Word(Format)} {{0}} {{1}} {{2}} {Word(Alpha)} {Word(Transfer)}\n";
        return string.Format(CultureInfo.InvariantCulture, words, Channels, Width, Height);
    }

    /// <summary>Finds out what is wrong with the description.</summary>
    /// <returns>A sentence, or null.</returns>
    public string? Check()
    {
        if (Id == 0)
            return "A plane's id is 1 or more.";
        if (!Enum.IsDefined(Role) || !Enum.IsDefined(Format) || !Enum.IsDefined(Alpha) || !Enum.IsDefined(Transfer))
            return "A plane's role, format, alpha or transfer is unknown.";
        if (Width is < 1 or > MaxSide || Height is < 1 or > MaxSide)
            return $"A plane has 1 to {MaxSide} columns and rows, not {Width} × {Height}.";
        if (Channels is < 1 or > 4)
            return $"A plane has 1 to 4 channels, not {Channels}.";
        if (Channels is 2 or 4 != (Alpha != AlphaKind.None))
            return $"A plane of {Channels} channels cannot have the alpha that it names.";
        if (Alpha == AlphaKind.Premultiplied && !(IsFloat && Transfer == PlaneTransfer.Linear))
            return "Premultiplied alpha goes with linear floats only; send straight alpha.";
        if (IsFloat && Transfer == PlaneTransfer.Icc)
            return "Floats are srgb or linear; the curves of a profile go with integers only.";
        if (Role == PlaneRole.Selection && (Channels != 1 || Transfer != PlaneTransfer.Linear))
            return "A selection has one channel and the transfer linear.";
        return Stride is < 1 or > MaxStride || Stride < (long)Width * Channels * SampleBytes
            ? $"A stride of {Stride} bytes does not hold a row."
            : null;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
