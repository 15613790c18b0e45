using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Computes rows of <see cref="DepthUpsampler"/>. All pixels with the same nearest sample, a cell, share their 25 samples, so eight of them are computed at a
/// time. Lanes never mix, and only additions, products and quotients occur: the result is the same on every instruction set.
/// </summary>
internal sealed class UpsamplingKernel
{
    /// <summary>Pixels a step. The last step of a cell may run over its end; what it writes there is overwritten by the next cell.</summary>
    private const int Lanes = 8;

    private readonly CoarseScene _scene;
    private readonly LinearImage _picture;
    private readonly Plane<float>? _mask;
    private readonly Plane<float> _target;
    private readonly UpsamplingAxis _across;
    private readonly UpsamplingAxis _down;
    private readonly float _disparityScale;

    public UpsamplingKernel(CoarseScene scene, LinearImage picture, Plane<float>? mask, Plane<float> target)
    {
        _scene = scene;
        _picture = picture;
        _mask = mask;
        _target = target;
        _across = new UpsamplingAxis(scene.Width, target.Width, Lanes);
        _down = new UpsamplingAxis(scene.Height, target.Height, 0);
        _disparityScale = scene.SquaredScale(UpsamplingParameters.DisparitySigma);
    }

    /// <summary>Computes rows <paramref name="first"/> to <paramref name="end"/> − 1.</summary>
    public void Rows(int first, int end)
    {
        int padded = _target.Width + Lanes;
        float[] red = new float[padded], green = new float[padded], blue = new float[padded], mask = new float[padded], result = new float[padded];
        Span<UpsamplingTap> taps = stackalloc UpsamplingTap[UpsamplingTap.Count];
        Span<Vector256<float>> weights = stackalloc Vector256<float>[UpsamplingTap.Count];
        for (int y = first; y < end; y++)
        {
            Split(_picture.Row(y), red, green, blue);
            if (_mask is not null)
                TensorPrimitives.Multiply(_mask.Row(y), UpsamplingParameters.MaskColour, mask);
            for (int x = 0; x < _target.Width;)
            {
                int endOfCell = _across.EndOfCell(x);
                float own = FillTaps(_across.Nearest(x), y, taps);
                for (; x < endOfCell; x += Lanes)
                {
                    Vector256<float> mean = FirstMean(
                        taps, weights, Load(red.AsSpan(x)), Load(green.AsSpan(x)), Load(blue.AsSpan(x)), Load(mask.AsSpan(x)), x);
                    (Vector256.Create(own) + SecondMean(taps, weights, mean)).CopyTo(result.AsSpan(x));
                }

                x = endOfCell;
            }

            result.AsSpan(0, _target.Width).CopyTo(_target.Row(y));
        }
    }

    private static void Split(ReadOnlySpan<Vector4> pixels, Span<float> red, Span<float> green, Span<float> blue)
    {
        for (int x = 0; x < pixels.Length; x++)
        {
            Vector4 colour = GuideColour.Of(pixels[x]);
            red[x] = colour.X;
            green[x] = colour.Y;
            blue[x] = colour.Z;
        }
    }

    /// <summary>Collects the samples round one; beyond the border the border's are repeated.</summary>
    /// <returns>Disparity of the sample itself.</returns>
    private float FillTaps(int column, int y, Span<UpsamplingTap> taps)
    {
        int row = _down.Nearest(y);
        float own = _scene.Disparity.Row(row)[column];
        int tap = 0;
        for (int j = 0; j < UpsamplingTap.Side; j++)
        {
            int tapRow = Math.Clamp(row + j - UpsamplingParameters.Radius, 0, _scene.Height - 1);
            ReadOnlySpan<Vector4> colours = _scene.Colour.Row(tapRow);
            ReadOnlySpan<float> disparities = _scene.Disparity.Row(tapRow), trust = _scene.Trust.Row(tapRow);
            float weight = _down.Weights(j)[y];
            for (int i = 0; i < UpsamplingTap.Side; i++, tap++)
            {
                int tapColumn = Math.Clamp(column + i - UpsamplingParameters.Radius, 0, _scene.Width - 1);
                Vector4 colour = colours[tapColumn];
                taps[tap] = new UpsamplingTap
                {
                    Red = colour.X,
                    Green = colour.Y,
                    Blue = colour.Z,
                    Mask = colour.W,
                    Weight = trust[tapColumn] * weight,
                    Offset = disparities[tapColumn] - own,
                };
            }
        }

        return own;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> FirstMean(
        ReadOnlySpan<UpsamplingTap> taps,
        Span<Vector256<float>> weights,
        Vector256<float> red,
        Vector256<float> green,
        Vector256<float> blue,
        Vector256<float> mask,
        int x)
    {
        float colourScale = Falloff.Scale(UpsamplingParameters.ColourSigma);
        Vector256<float> sum = Vector256<float>.Zero, total = Vector256<float>.Zero;
        for (int i = 0; i < UpsamplingTap.Side; i++)
        {
            Vector256<float> distance = Load(_across.Weights(i)[x..]);
            for (int tap = i; tap < UpsamplingTap.Count; tap += UpsamplingTap.Side)
            {
                ref readonly UpsamplingTap sample = ref taps[tap];
                Vector256<float> dr = red - Vector256.Create(sample.Red);
                Vector256<float> dg = green - Vector256.Create(sample.Green);
                Vector256<float> db = blue - Vector256.Create(sample.Blue);
                Vector256<float> dm = mask - Vector256.Create(sample.Mask);
                Vector256<float> likeness = Falloff.Of(((dr * dr) + (dg * dg) + (db * db) + (dm * dm)) * colourScale) + Vector256.Create(UpsamplingParameters.Floor);
                Vector256<float> weight = likeness * sample.Weight * distance;
                weights[tap] = weight;
                sum += weight * sample.Offset;
                total += weight;
            }
        }

        return sum / total;
    }

    /// <summary>The mean again, of the samples near the first mean: near an edge it settles on one of the two surfaces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> SecondMean(ReadOnlySpan<UpsamplingTap> taps, ReadOnlySpan<Vector256<float>> weights, Vector256<float> mean)
    {
        Vector256<float> sum = Vector256<float>.Zero, total = Vector256<float>.Zero;
        for (int tap = 0; tap < UpsamplingTap.Count; tap++)
        {
            Vector256<float> offset = Vector256.Create(taps[tap].Offset), distance = offset - mean;
            Vector256<float> weight = weights[tap] * (Falloff.Of(distance * distance * _disparityScale) + Vector256.Create(UpsamplingParameters.Floor));
            sum += weight * offset;
            total += weight;
        }

        return sum / total;
    }

    private static Vector256<float> Load(ReadOnlySpan<float> values) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values));
}
