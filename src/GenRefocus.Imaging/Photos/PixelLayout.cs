using NetVips;

namespace GenRefocus.Imaging;

/// <summary>Brings what libvips decodes to grey or RGB with or without alpha, of 8 or 16 bits.</summary>
internal static class PixelLayout
{
    /// <summary>Adds the conversion to the decoder's pipeline; nothing is decoded yet.</summary>
    /// <param name="image">The decoder's picture.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="icc">The profile; becomes null where the picture leaves its colour space.</param>
    /// <param name="warnings">Receives what the user should know.</param>
    /// <exception cref="PictureException">The samples are of a kind that a photo cannot have.</exception>
    public static Image Normalise(Image image, string name, ref byte[]? icc, List<string> warnings)
    {
        if (image.Format is not (Enums.BandFormat.Uchar or Enums.BandFormat.Ushort) && !IsLab(image))
        {
            throw new PictureException(
                PictureErrorKind.Unsupported, $"{name} has samples of the kind \"{image.Format}\"; photos need 8 or 16 bits. Save it with 16 bits a channel.");
        }

        Image converted = image;
        if (image.Interpretation == Enums.Interpretation.Cmyk || IsLab(image))
        {
            converted = ToSrgb(image, name, warnings);
            icc = null;
        }

        return converted.Bands switch
        {
            <= 4 when ReferenceEquals(converted, image) => image.Copy(),
            <= 4 => converted,
            _ => converted.ExtractBand(0, n: 4),
        };
    }

    private static bool IsLab(Image image) => image.Interpretation is Enums.Interpretation.Lab or Enums.Interpretation.Labs;

    private static Image ToSrgb(Image image, string name, List<string> warnings)
    {
        bool deep = image.Format != Enums.BandFormat.Uchar;
        warnings.Add($"The picture was converted from {(IsLab(image) ? "Lab" : "CMYK")} to sRGB.");
        try
        {
            if (!IsLab(image))
                return image.IccTransform("srgb", embedded: true, inputProfile: "cmyk", depth: deep ? 16 : 8);
            return image.Colourspace(deep ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb);
        }
        catch (VipsException e)
        {
            throw new PictureException(PictureErrorKind.Unsupported, $"The colours of {name} could not be converted to sRGB. Save it as RGB first.", e);
        }
    }
}
