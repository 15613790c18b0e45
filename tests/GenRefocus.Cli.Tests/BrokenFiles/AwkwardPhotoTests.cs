using GenRefocus.Imaging;
using NetVips;

namespace GenRefocus.Cli.Tests;

/// <summary>Sound photos of rare kinds and shapes, through the whole verb.</summary>
[Collection(ConsoleTests.Name)]
public sealed class AwkwardPhotoTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("cmyk.jpg", 3, 8)]
    [InlineData("cmyk.tif", 3, 8)]
    [InlineData("palette.png", 3, 8)]
    [InlineData("bilevel.png", 1, 8)]
    [InlineData("bilevel.tif", 1, 8)]
    [InlineData("grey.jpg", 1, 8)]
    [InlineData("grey.png", 1, 8)]
    [InlineData("grey16.png", 1, 16)]
    [InlineData("grey-alpha.png", 2, 8)]
    [InlineData("grey-alpha16.tif", 2, 16)]
    [InlineData("rgb16.png", 3, 16)]
    [InlineData("rgb-alpha16.png", 4, 16)]
    [InlineData("rgb-alpha.webp", 4, 8)]
    public void Every_kind_of_pixel_is_refocused(string name, int channels, int bits)
    {
        File.WriteAllBytes(_folder[name], Encode(name));
        Assert.Equal(0, Refocus(name, _folder.Depth(width: 60, height: 40)));
        using Photo result = _folder.ReadPhoto("out.tif");
        Assert.Equal((60, 40, channels, bits), (result.Width, result.Height, result.Samples.Channels, result.BitDepth));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(16_384, 1)]
    [InlineData(1, 16_384)]
    public void Every_shape_is_refocused(int width, int height)
    {
        _folder.Photo("in.png", width, height);
        Assert.Equal(0, Refocus("in.png", _folder.Depth(width: width, height: height)));
        using Photo result = _folder.ReadPhoto("out.tif");
        Assert.Equal((width, height), (result.Width, result.Height));
    }

    private int Refocus(string name, string depth) =>
        CommandLineRunner.Run(["refocus", _folder[name], "-o", _folder["out.tif"], "--depth", depth, "--k", "8", "--quiet"]);

    private static byte[] Encode(string name)
    {
        bool deep = name.Contains("16", StringComparison.Ordinal);
        Enums.BandFormat format = deep ? Enums.BandFormat.Ushort : Enums.BandFormat.Uchar;
        using Image noise = Image.Gaussnoise(60, 40, mean: deep ? 30_000 : 128, sigma: deep ? 9000 : 40, seed: 3).Cast(format);
        using Image grey = noise.Copy(interpretation: deep ? Enums.Interpretation.Grey16 : Enums.Interpretation.Bw);
        using Image colour = noise.Bandjoin(noise.Rot180(), noise.Flip(Enums.Direction.Horizontal)).Copy(interpretation: deep ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb);
        using Image inks = noise.Bandjoin(noise.Rot180(), noise.Flip(Enums.Direction.Horizontal), noise.Flip(Enums.Direction.Vertical)).Copy(interpretation: Enums.Interpretation.Cmyk);
        return name switch
        {
            "cmyk.jpg" => inks.JpegsaveBuffer(),
            "cmyk.tif" => inks.TiffsaveBuffer(),
            "palette.png" => colour.PngsaveBuffer(palette: true),
            "bilevel.png" => grey.PngsaveBuffer(bitdepth: 1),
            "bilevel.tif" => grey.TiffsaveBuffer(bitdepth: 1),
            "grey.jpg" => grey.JpegsaveBuffer(),
            "grey.png" or "grey16.png" => grey.PngsaveBuffer(),
            "grey-alpha.png" => grey.Bandjoin(noise).PngsaveBuffer(),
            "grey-alpha16.tif" => grey.Bandjoin(noise).TiffsaveBuffer(),
            "rgb16.png" => colour.PngsaveBuffer(),
            "rgb-alpha16.png" => colour.Bandjoin(noise).PngsaveBuffer(),
            "rgb-alpha.webp" => colour.Bandjoin(noise).WebpsaveBuffer(lossless: true),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such picture."),
        };
    }
}
