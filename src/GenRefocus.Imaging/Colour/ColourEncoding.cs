namespace GenRefocus.Imaging;

/// <summary>
/// How a photo's integers stand for linear light: a tone curve a channel. The primaries are those of the profile and stay untouched: blur mixes light, and
/// sums of light are the same in every set of primaries, so a picture is worked on in its own and no gamut is lost.
/// </summary>
/// <param name="Red">Curve of red, and of grey.</param>
/// <param name="Green">Curve of green.</param>
/// <param name="Blue">Curve of blue.</param>
public sealed record ColourEncoding(ToneCurve Red, ToneCurve Green, ToneCurve Blue)
{
    /// <summary>sRGB's curve in all channels; used where a file has no profile.</summary>
    public static ColourEncoding Srgb { get; } = Uniform(ToneCurve.Srgb);

    /// <summary>The curves of an ICC profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The curves; sRGB's where an RGB or grey profile is built on tables; null where the profile is of another kind or damaged.</returns>
    public static ColourEncoding? OfProfile(ReadOnlySpan<byte> profile) =>
        IccProfile.ColourSpace(profile) is "RGB " or "GRAY" ? IccProfile.ReadEncoding(profile) ?? Srgb : null;

    /// <summary>One curve for all channels.</summary>
    /// <param name="curve">The curve.</param>
    public static ColourEncoding Uniform(ToneCurve curve) => new(curve, curve, curve);
}
