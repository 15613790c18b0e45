using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Inference.Tests;

public sealed class ImageTensorTests
{
    [Fact]
    public void Planes_become_channels_one_after_the_other_scaled_in_single_precision()
    {
        Gen<float> value = Gen.Float[0, 255], mean = Gen.Float[-1, 1], std = Gen.Float[0.1f, 2];
        Gen.Select(Gen.Int[1, 37], Gen.Int[1, 9], Gen.Int[1, 4]).SelectMany((w, h, c) => Gen.Select(
            Gen.Const((w, h, c)), value.Array[w * h * c], mean.Array[c], std.Array[c], Gen.Float[1, 255])).Sample((size, values, means, stds, divisor) =>
        {
            (int w, int h, int c) = size;
            Plane<float>[] planes = [.. Enumerable.Range(0, c).Select(k => Plane(w, h, (x, y) => values[(((k * h) + y) * w) + x]))];
            ModelTensor tensor = ImageTensor.FromPlanes("t", planes, new ChannelScaling { Divisor = divisor, Mean = means, Std = stds });
            for (int i = 0; i < values.Length; i++)
                Assert.Equal(((values[i] / divisor) - means[i / (w * h)]) / stds[i / (w * h)], tensor.Values[i]);
            Assert.Equal([1, c, h, w], tensor.Shape);
        });
    }

    [Theory]
    [InlineData(2L, 3L)]
    [InlineData(1L, 2L, 3L)]
    [InlineData(1L, 1L, 2L, 3L)]
    public void One_plane_comes_out_of_a_tensor_of_any_usual_rank(params long[] shape)
    {
        using Plane<float> plane = ImageTensor.ToPlane(new ModelTensor("t", [1, 2, 3, 4, 5, 6], shape))!;
        Assert.Equal((3, 2), (plane.Width, plane.Height));
        Assert.Equal([4, 5, 6], plane.Row(1).ToArray());
    }

    [Theory]
    [InlineData(6L)]
    [InlineData(2L, 1L, 3L)]
    public void What_is_no_plane_is_not_taken_for_one(params long[] shape)
    {
        Assert.Null(ImageTensor.ToPlane(new ModelTensor("t", [1, 2, 3, 4, 5, 6], shape)));
    }

    [Fact]
    public void Contradictions_are_refused()
    {
        Plane<float> one = Plane(2, 2, (_, _) => 0), other = Plane(3, 2, (_, _) => 0);
        Assert.Throws<ArgumentException>(() => ImageTensor.FromPlanes("t", [one, other, one], new ChannelScaling()));
        Assert.Throws<ArgumentException>(() => ImageTensor.FromPlanes("t", [one], new ChannelScaling()));
        Assert.Throws<ArgumentException>(() => new ModelTensor("t", [1, 2], [3]));
        Assert.Throws<ArgumentException>(() => new ModelTensor("t", [], [0]));
        Assert.Throws<ArgumentException>(() => new ModelTensor("t", [], [1L << 32, 1L << 32]));
    }

    private static Plane<float> Plane(int width, int height, Func<int, int, float> value)
    {
        var plane = new Plane<float>(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                plane[x, y] = value(x, y);
        }

        return plane;
    }
}
