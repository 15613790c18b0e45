using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server.Tests.Equality;

/// <summary>What the command line makes of a host's picture, by files and a process of its own.</summary>
internal static class CliPixels
{
    public static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "genrefocus.exe" : "genrefocus");

    /// <summary>A depth file of the picture's size: a ramp with a near square.</summary>
    public static string WriteDepth(string folder, int width, int height)
    {
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"depth-{width}x{height}.png"));
        using LinearImage image = new(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                float value = x > width / 2 && x < width * 3 / 4 && y > height / 3 ? 0.9f : 0.3f * x / width;
                image.Row(y)[x] = new System.Numerics.Vector4(value, value, value, 1);
            }
        }

        PhotoWriter.Write(image, null, path, new PhotoWriteOptions { BitDepth = 16 });
        return path;
    }

    /// <summary>Integers of 8 or 16 bits in, the same out.</summary>
    public static ushort[] Refocus(string folder, PlaneInfo plane, byte[] pixels, JsonElement settings, byte[]? icc = null)
    {
        using Photo result = PhotoReader.Read(RefocusFile(folder, plane, pixels, settings, icc));
        return Flatten(result.Samples);
    }

    /// <summary>The same as a file.</summary>
    public static string RefocusFile(string folder, PlaneInfo plane, byte[] pixels, JsonElement settings, byte[]? icc = null)
    {
        int bits = plane.Format == PlaneFormat.U8 ? 8 : 16;
        using SampleImage samples = new(plane.Width, plane.Height, plane.Channels, bits);
        for (int y = 0; y < plane.Height; y++)
        {
            ReadOnlySpan<byte> row = pixels.AsSpan(y * plane.Stride, plane.RowBytes);
            if (bits == 8)
                row.CopyTo(samples.Row8(y));
            else
                MemoryMarshal.Cast<byte, ushort>(row).CopyTo(samples.Row16(y));
        }

        string input = Path.Combine(folder, "in.png"), output = Path.Combine(folder, "out.png"), file = Path.Combine(folder, "settings.json");
        ColourEncoding encoding = icc is null ? ColourEncoding.Srgb : ColourEncoding.OfProfile(icc)!;
        using Photo photo = new(samples, PictureFormat.Png, encoding, PhotoMetadata.None with { Icc = icc });
        using (LinearImage linear = photo.ToLinear(1))
            PhotoWriter.Write(linear, photo, input);
        File.WriteAllText(file, settings.GetRawText(), new UTF8Encoding(false));
        ProcessStartInfo start = new(Program, ["refocus", input, "-o", output, "--settings", file, "--quiet"]) { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return output;
    }

    public static ushort[] Flatten(SampleImage samples)
    {
        List<ushort> all = [];
        for (int y = 0; y < samples.Height; y++)
        {
            if (samples.BitDepth == 8)
            {
                foreach (byte value in samples.Row8(y))
                    all.Add(value);
            }
            else
            {
                all.AddRange(samples.Row16(y));
            }
        }

        return [.. all];
    }
}
