using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Cli.Tests;

/// <summary>A temporary folder with pictures made for one test.</summary>
internal sealed class PictureFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("genrefocus-cli").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public string[] Names => [.. Directory.EnumerateFiles(_path).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>Makes a photo of coloured stripes.</summary>
    public string Photo(string name = "in.png", int width = 96, int height = 64, int bits = 8)
    {
        using LinearImage image = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[x, y] = new Vector4((x / 8 % 2 == 0 ? 0.8f : 0.1f) + (0.1f * y / height), x / (float)width, y / (float)height, 1);
        }

        PhotoWriter.Write(image, null, this[name], new PhotoWriteOptions { BitDepth = name.EndsWith(".png", StringComparison.Ordinal) ? bits : null });
        return this[name];
    }

    /// <summary>Makes a depth picture: far at the left, near at the right.</summary>
    public string Depth(string name = "depth.png", int width = 96, int height = 64)
    {
        using Plane<float> disparity = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                disparity[x, y] = x < width / 2 ? 0.2f : 0.8f;
        }

        DepthWriter.WritePng16(disparity, this[name], threads: 1);
        return this[name];
    }

    /// <summary>Makes a photo of a rendered street by night, 240 × 160, that is out of focus: every pixel the mean of a disc.</summary>
    public string BlurredPhoto(string name = "blurred.png", int radius = 3)
    {
        const int Left = 600, Top = 500, Width = 240, Height = 160;
        using Photo sample = PhotoReader.Read(SamplePath("lantern.jpg"));
        using LinearImage sharp = sample.ToLinear(1), blurred = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                Vector4 sum = Vector4.Zero;
                for (int dy = -radius; dy <= radius; dy++)
                {
                    for (int dx = -radius; dx <= radius; dx++)
                    {
                        if ((dx * dx) + (dy * dy) <= radius * radius)
                            sum += sharp[Left + x + dx, Top + y + dy];
                    }
                }

                blurred[x, y] = sum / sum.W;
            }
        }

        PhotoWriter.Write(blurred, null, this[name], new PhotoWriteOptions { BitDepth = 8 });
        return this[name];
    }

    public Photo ReadPhoto(string name) => PhotoReader.Read(this[name]);

    public DepthFile ReadDepth(string name) => DepthReader.Read(this[name]);

    public static Photo ReadPhoto(byte[] file)
    {
        using MemoryStream stream = new(file);
        return PhotoReader.Read(stream);
    }

    public static DepthFile ReadDepth(byte[] file)
    {
        using MemoryStream stream = new(file);
        return DepthReader.Read(stream);
    }

    /// <summary>Makes depth in metres: 1.25 m everywhere, but for one pixel that is a kilometre away.</summary>
    public string Metres(string name = "metres.tif", int width = 96, int height = 64)
    {
        using Plane<float> metres = new(width, height);
        for (int y = 0; y < height; y++)
            metres.Row(y).Fill(1.25f);
        metres[5, 5] = 1000;
        DepthWriter.WriteMetresTiff(metres, this[name], threads: 1);
        return this[name];
    }

    private static string SamplePath(string name)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GenRefocus.sln")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository."), "samples", name);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
