using System.Text.Json;
using System.Text.Json.Serialization;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion.Tests;

/// <summary>What the recipe of the models gives its bridge for a tiny scene; <c>golden_bokeh.py</c> in models/training writes it.</summary>
internal sealed partial record GoldenBokeh
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int Blades { get; init; }

    /// <summary>The turn of the lens as settings have it.</summary>
    public required double Rotation { get; init; }

    /// <summary>8-bit pixels, red, green and blue by turns.</summary>
    public required int[] Drawn { get; init; }

    /// <summary>The same of the sharp picture.</summary>
    public required int[] Sharp { get; init; }

    public required float[] Radius { get; init; }

    public required float[] Band { get; init; }

    /// <summary>Planes of the drawn picture as the network gets them.</summary>
    public required float[] Given { get; init; }

    /// <summary>Planes of the sharp picture and of the radius as the network gets them.</summary>
    public required float[] Conditions { get; init; }

    /// <summary>The numbers of the lens as the network gets them.</summary>
    public required float[] Lens { get; init; }

    public required GoldenLens[] Lenses { get; init; }

    public static GoldenBokeh Read()
    {
        using Stream stream = typeof(GoldenBokeh).Assembly.GetManifestResourceStream("golden-bokeh.json")!;
        return JsonSerializer.Deserialize(stream, GoldenJson.Default.GoldenBokeh)!;
    }

    public Plane<float> RadiusPlane()
    {
        Plane<float> radius = new(Width, Height);
        for (int y = 0; y < Height; y++)
            Radius.AsSpan(y * Width, Width).CopyTo(radius.Row(y));
        return radius;
    }

    public LinearImage Picture(int[] pixels)
    {
        LinearImage picture = new(Width, Height);
        for (int i = 0; i < Width * Height; i++)
            picture[i % Width, i / Width] = new(Linear(pixels[3 * i]), Linear(pixels[(3 * i) + 1]), Linear(pixels[(3 * i) + 2]), 1);
        return picture;
    }

    private static float Linear(int code) => (float)SrgbTransfer.ToLinear(code / 255.0);

    internal sealed record GoldenLens
    {
        public required int Blades { get; init; }

        public required double Rotation { get; init; }

        public required float[] Numbers { get; init; }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(GoldenBokeh))]
    private sealed partial class GoldenJson : JsonSerializerContext;
}
