using System.Numerics;
using System.Runtime.CompilerServices;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// One side of the subject's outline, the subject or what is behind it, at a fraction of the picture's size: its colours where they are sure, and from there on guessed.
/// </summary>
internal sealed unsafe class MatteSide : IDisposable
{
    private readonly int _scale;

    /// <summary>Takes memory.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="scale">Picture pixels to a cell along each axis.</param>
    public MatteSide(int width, int height, int scale)
    {
        _scale = scale;
        Colour = new LinearImage(width, height);
        Square = new Plane<float>(width, height);
        Disparity = new Plane<float>(width, height);
    }

    /// <summary>Mean colours, 1 in the fourth lane; before <see cref="Fill"/> 0 where no pixel is sure.</summary>
    public LinearImage Colour { get; }

    /// <summary>Mean squares of the colours, the three channels together.</summary>
    public Plane<float> Square { get; }

    /// <summary>The side's disparity, infinite far from it; before <see cref="Fill"/> infinite where no pixel is sure.</summary>
    public Plane<float> Disparity { get; private set; }

    /// <summary>Sets a cell.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    /// <param name="sum">Sum of its sure pixels; the fourth lane is their number.</param>
    /// <param name="squares">Sum of their squares.</param>
    /// <param name="disparity">Their disparity; infinite where there is none.</param>
    public void Set(int x, int y, Vector4 sum, float squares, float disparity)
    {
        float share = sum.W > 0 ? 1 / sum.W : 0;
        Colour.Pointer[((long)y * Colour.Stride) + x] = sum.W > 0 ? (sum * share) with { W = 1 } : default;
        Square.Pointer[((long)y * Square.Stride) + x] = squares * share;
        Disparity.Pointer[((long)y * Disparity.Stride) + x] = disparity;
    }

    /// <summary>Guesses what is not sure from around it.</summary>
    /// <param name="reach">Cells within which the side's disparity is looked for.</param>
    /// <param name="nearest">
    /// Whether it is the largest of the sure ones; else the smallest. So a piece of the other side's depth, where the depth's edge is misplaced, does not count.
    /// </param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public void Fill(int reach, bool nearest, int threads, CancellationToken cancellationToken)
    {
        Plane<float> grown = new(Disparity.Width, Disparity.Height);
        RowParallel.For(grown.Height, threads, (from, to) =>
        {
            using WindowExtremes window = new(Disparity, reach);
            for (int y = from; y < to; y++)
            {
                window.MoveTo(y);
                (nearest ? window.Max : window.Min).CopyTo(grown.Row(y));
            }
        }, cancellationToken);
        Disparity.Dispose();
        Disparity = grown;
        PushPull.Fill(Colour, Square, threads, cancellationToken);
    }

    /// <summary>The side's disparity at a pixel; infinite far from the side.</summary>
    public float DisparityAt(int x, int y) => Disparity.Pointer[((long)(y / _scale) * Disparity.Stride) + (x / _scale)];

    /// <summary>Colour at a picture pixel and its variance in a channel, noise included; bilinear.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector4 Colour, float Variance) At(int x, int y)
    {
        (int x0, int x1, float fx) = HiddenLayer.Locate(x, _scale, Colour.Width);
        (int y0, int y1, float fy) = HiddenLayer.Locate(y, _scale, Colour.Height);
        Vector4* c0 = Colour.Pointer + ((long)y0 * Colour.Stride), c1 = Colour.Pointer + ((long)y1 * Colour.Stride);
        float* s0 = Square.Pointer + ((long)y0 * Square.Stride), s1 = Square.Pointer + ((long)y1 * Square.Stride);
        Vector4 colour = Vector4.Lerp(Vector4.Lerp(c0[x0], c0[x1], fx), Vector4.Lerp(c1[x0], c1[x1], fx), fy);
        float square = float.Lerp(float.Lerp(s0[x0], s0[x1], fx), float.Lerp(s1[x0], s1[x1], fx), fy);
        Vector3 mean = colour.AsVector3();
        return (colour, (MathF.Max(square - mean.LengthSquared(), 0) / 3) + MatteParameters.Noise);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Colour.Dispose();
        Square.Dispose();
        Disparity.Dispose();
    }
}
