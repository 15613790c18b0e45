using System.Numerics.Tensors;
using GenRefocus.Imaging;

namespace GenRefocus.Inference;

/// <summary>Between planes and the channel-after-channel tensors (1 × C × H × W) that networks take.</summary>
public static class ImageTensor
{
    /// <summary>Puts planes into a tensor of shape 1 × C × H × W and scales them.</summary>
    /// <param name="name">The tensor's name.</param>
    /// <param name="channels">Planes of one size, in the order in which the network wants them.</param>
    /// <param name="scaling">The scaling, with as many means and deviations as there are channels.</param>
    /// <exception cref="ArgumentException">The planes differ in size or the scaling has another number of channels.</exception>
    public static ModelTensor FromPlanes(string name, IReadOnlyList<Plane<float>> channels, ChannelScaling scaling)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(scaling);
        ArgumentOutOfRangeException.ThrowIfZero(channels.Count, nameof(channels));
        int width = channels[0].Width, height = channels[0].Height;
        if (channels.Any(c => c.Width != width || c.Height != height))
            throw new ArgumentException("The channels differ in size.", nameof(channels));
        if (scaling.Mean.Count != channels.Count || scaling.Std.Count != channels.Count)
            throw new ArgumentException($"The scaling is not made for {channels.Count} channels.", nameof(scaling));

        float[] values = new float[checked(channels.Count * width * height)];
        for (int c = 0; c < channels.Count; c++)
        {
            for (int y = 0; y < height; y++)
            {
                Span<float> row = values.AsSpan(((c * height) + y) * width, width);
                TensorPrimitives.Divide(channels[c].Row(y), scaling.Divisor, row);
                TensorPrimitives.Subtract(row, scaling.Mean[c], row);
                TensorPrimitives.Divide(row, scaling.Std[c], row);
            }
        }

        return new ModelTensor(name, values, [1, channels.Count, height, width]);
    }

    /// <summary>Takes the one plane out of a tensor whose sizes before the last two are 1 (H × W, 1 × H × W, 1 × 1 × H × W).</summary>
    /// <param name="tensor">The tensor.</param>
    /// <returns>A new plane, or null when the tensor is not one plane.</returns>
    public static Plane<float>? ToPlane(ModelTensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        IReadOnlyList<long> shape = tensor.Shape;
        if (shape.Count < 2 || shape.Take(shape.Count - 2).Any(side => side != 1))
            return null;
        int height = (int)shape[^2], width = (int)shape[^1];
        var plane = new Plane<float>(width, height);
        for (int y = 0; y < height; y++)
            tensor.Values.AsSpan(y * width, width).CopyTo(plane.Row(y));
        return plane;
    }
}
