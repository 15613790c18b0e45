namespace GenRefocus.Settings;

/// <summary>The two forms of <see cref="ApertureSettings.Image"/>: a path, or a PNG embedded as base64, with or without <see cref="Prefix"/>.</summary>
public static class ApertureImage
{
    /// <summary>The start of an embedded picture as a data address, which is how <see cref="Embed"/> writes it.</summary>
    public const string Prefix = "data:image/png;base64,";

    // The first eight bytes of every PNG, in base64.
    private const string Signature = "iVBORw0KGg";

    /// <summary>Whether a value holds the picture itself.</summary>
    /// <param name="image">A value of <see cref="ApertureSettings.Image"/>.</param>
    /// <returns><see langword="false"/> for a path.</returns>
    public static bool IsEmbedded(string image) =>
        image.StartsWith(Prefix, StringComparison.Ordinal) || image.StartsWith(Signature, StringComparison.Ordinal);

    /// <summary>Embeds a PNG.</summary>
    /// <param name="png">The bytes of the file.</param>
    /// <returns>A value of <see cref="ApertureSettings.Image"/>.</returns>
    public static string Embed(ReadOnlySpan<byte> png) => Prefix + Convert.ToBase64String(png);

    /// <summary>The bytes of an embedded PNG.</summary>
    /// <param name="image">A value for which <see cref="IsEmbedded"/> holds.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="SettingsException">The value is no base64, or what it holds is no PNG.</exception>
    public static byte[] Decode(string image)
    {
        string base64 = image.StartsWith(Prefix, StringComparison.Ordinal) ? image[Prefix.Length..] : image;
        if (!base64.StartsWith(Signature, StringComparison.Ordinal))
            throw new SettingsException(SettingPaths.ApertureImage, "the embedded picture is not a PNG");

        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new SettingsException(SettingPaths.ApertureImage, "the embedded picture is not valid base64");
        }
    }
}
