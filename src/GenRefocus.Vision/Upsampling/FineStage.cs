using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Joint bilateral upsampling (Kopf and others, 2007) from the 3 × 3 samples round each pixel, with trust as a further weight and a second weighting by
/// disparity as in <see cref="CoarseStage"/>. All pixels with the same nearest sample share their nine samples, so eight of them are computed at a time.
/// Lanes never mix, and only additions, products and quotients occur: the result is the same on every instruction set.
/// </summary>
internal sealed class FineStage
{
    /// <summary>Pixels a step. The last step of a cell may run over its end; what it writes there is overwritten by the next cell.</summary>
    public const int Lanes = 8;

    private readonly CoarseScene _scene;
    private readonly LinearImage _picture;
    private readonly Plane<float> _target;
    private readonly FineAxis _across;
    private readonly FineAxis _down;

    public FineStage(CoarseScene scene, LinearImage picture, Plane<float> target)
    {
        _scene = scene;
        _picture = picture;
        _target = target;
        _across = new FineAxis(scene.Width, target.Width, Lanes);
        _down = new FineAxis(scene.Height, target.Height, 0);
    }

    /// <summary>Computes rows <paramref name="first"/> to <paramref name="end"/> − 1.</summary>
    public void Rows(int first, int end)
    {
        int padded = _target.Width + Lanes;
        float[] red = new float[padded], green = new float[padded], blue = new float[padded], result = new float[padded];
        Span<FineTap> taps = stackalloc FineTap[FineTap.Count];
        for (int y = first; y < end; y++)
        {
            Split(_picture.Row(y), red, green, blue);
            for (int x = 0; x < _target.Width;)
            {
                FillTaps(_across.Nearest(x), y, taps);
                int endOfCell = _across.EndOfCell(x);
                for (; x < endOfCell; x += Lanes)
                    Step(taps, red.AsSpan(x), green.AsSpan(x), blue.AsSpan(x), x).CopyTo(result.AsSpan(x));
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

    private void FillTaps(int column, int y, Span<FineTap> taps)
    {
        int row = _down.Nearest(y);
        float own = _scene.Disparity.Row(row)[column];
        for (int i = 0; i < FineTap.Count; i++)
        {
            int tapRow = Math.Clamp(row + (i / 3) - 1, 0, _scene.Height - 1), tapColumn = Math.Clamp(column + (i % 3) - 1, 0, _scene.Width - 1);
            Vector4 colour = _scene.Colour.Row(tapRow)[tapColumn];
            float disparity = _scene.Disparity.Row(tapRow)[tapColumn];
            taps[i] = new FineTap
            {
                Red = colour.X,
                Green = colour.Y,
                Blue = colour.Z,
                Weight = _scene.Trust.Row(tapRow)[tapColumn] * _down.Weights[i / 3][y],
                Offset = disparity - own,
            };
        }

        taps[0].Own = own;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Step(ReadOnlySpan<FineTap> taps, ReadOnlySpan<float> red, ReadOnlySpan<float> green, ReadOnlySpan<float> blue, int x)
    {
        Vector256<float> r = Load(red), g = Load(green), b = Load(blue);
        Span<Vector256<float>> weights = stackalloc Vector256<float>[FineTap.Count];
        float colourScale = Falloff.Scale(UpsamplingParameters.ColourSigma);
        Vector256<float> sum = Vector256<float>.Zero, total = Vector256<float>.Zero;
        for (int i = 0; i < weights.Length; i++)
        {
            ref readonly FineTap tap = ref taps[i];
            Vector256<float> dr = r - Vector256.Create(tap.Red), dg = g - Vector256.Create(tap.Green), db = b - Vector256.Create(tap.Blue);
            Vector256<float> likeness = Falloff.Of(((dr * dr) + (dg * dg) + (db * db)) * colourScale) + Vector256.Create(UpsamplingParameters.ColourFloor);
            Vector256<float> weight = likeness * tap.Weight * Load(_across.Weights[i % 3].AsSpan(x));
            weights[i] = weight;
            sum += weight * tap.Offset;
            total += weight;
        }

        Vector256<float> mean = sum / total;
        float disparityScale = _scene.Span > 0 ? Falloff.Scale(UpsamplingParameters.FineDisparitySigma * _scene.Span) : 0;
        sum = total = Vector256<float>.Zero;
        for (int i = 0; i < weights.Length; i++)
        {
            Vector256<float> offset = Vector256.Create(taps[i].Offset), distance = offset - mean;
            Vector256<float> weight = weights[i] * (Falloff.Of(distance * distance * disparityScale) + Vector256.Create(UpsamplingParameters.ColourFloor));
            sum += weight * offset;
            total += weight;
        }

        return Vector256.Create(taps[0].Own) + (sum / total);
    }

    private static Vector256<float> Load(ReadOnlySpan<float> values) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values));
}
