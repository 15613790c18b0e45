using System.Numerics;
using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering.Tests;

public sealed class HiddenLayerTests
{
    [Fact]
    public void Dilation_equals_the_square_maximum() =>
        Gen.Select(Gen.Int[1, 90], Gen.Int[1, 70], Gen.Int[0, 20], Gen.Int[0, 1000]).Sample(
            (width, height, radius, seed) =>
            {
                Random random = new(seed);
                using Plane<byte> mask = new(width, height), grown = new(width, height);
                mask.Fill(0);
                for (int i = 0; i < 5; i++)
                    mask[random.Next(width), random.Next(height)] = 1;
                grown.CopyFrom(mask);
                SquareDilation.Apply(grown, radius, 2, CancellationToken.None);
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        bool expected = false;
                        for (int v = Math.Max(0, y - radius); v <= Math.Min(height - 1, y + radius); v++)
                            expected |= mask.Row(v)[Math.Max(0, x - radius)..Math.Min(width, x + radius + 1)].Contains((byte)1);
                        Assert.Equal(expected, grown[x, y] == 1);
                    }
                }
            },
            iter: 30, threads: 1);

    [Fact]
    public void Filling_keeps_what_is_known_and_invents_nothing_outside_its_range() =>
        Gen.Select(Gen.Int[3, 80], Gen.Int[3, 60], Gen.Int[0, 1000]).Sample(
            (width, height, seed) =>
            {
                Random random = new(seed);
                using LinearImage colour = TestScenes.Noise(width, height, seed), before = new(width, height);
                using Plane<float> radius = TestScenes.Uniform(width, height, -3);
                for (int i = 0; i < width * height / 2; i++)
                {
                    int x = random.Next(width), y = random.Next(height);
                    if (x + y == 0)
                        continue;
                    (colour[x, y], radius[x, y]) = (default, 0);
                }

                before.CopyFrom(colour);
                PushPull.Fill(colour, radius, 2, CancellationToken.None);
                for (int y = 0; y < height; y++)
                {
                    for (int x = 0; x < width; x++)
                    {
                        if (before[x, y].W == 1)
                            Assert.Equal(before[x, y], colour[x, y]);
                        Assert.Equal(1, colour[x, y].W, 1e-5f);
                        Assert.Equal(-3, radius[x, y], 1e-4f);
                        Assert.InRange(colour[x, y].X, -1e-5f, 1 + 1e-5f);
                    }
                }
            },
            iter: 30, threads: 1);

    [Fact]
    public void A_layer_shows_only_what_is_farther()
    {
        // Left red and far, right green and near: behind the green there can be only red.
        using LinearImage picture = TestScenes.Constant(64, 32, new Vector4(1, 0, 0, 1));
        using Plane<float> radii = TestScenes.Uniform(64, 32, -6);
        for (int y = 0; y < 32; y++)
        {
            picture.Row(y)[40..].Fill(new Vector4(0, 1, 0, 1));
            radii.Row(y)[40..].Fill(7);
        }

        using BokehScene scene = TestScenes.Scene(picture, radii);
        IReadOnlyList<HiddenLayer> layers = scene.HiddenLayers(scene.Source, 2, 1, CancellationToken.None);
        Assert.Equal([0.6f * 7, 1.5f, -1.5f], layers.Select(l => l.Limit));
        foreach (HiddenLayer layer in layers)
        {
            for (int x = 0; x < 64; x++)
            {
                Assert.Equal(new Vector4(1, 0, 0, 1), layer.ColourAt(x, 16));
                Assert.Equal(-6, layer.SignedRadiusAt(x, 16), 1e-5f);
            }

            Assert.Equal(1, layer.Mask[20, 8]);
        }

        Assert.Same(layers, scene.HiddenLayers(scene.Source, 2, 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Sampling_a_layer_is_bilinear_between_block_centres(int scale)
    {
        for (int x = 0; x < 40; x++)
        {
            (int first, int second, float share) = HiddenLayer.Locate(x, scale, 40 / scale);
            double position = Math.Clamp(((x + 0.5) / scale) - 0.5, 0, (40 / scale) - 1);
            Assert.Equal(position, first + (share * (second - first)), 1e-6);
        }
    }
}
