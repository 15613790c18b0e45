using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering;

/// <summary>
/// A matte through one lens: the two signed radii of each pixel that is taken apart. Pixels whose radii hardly differ stay whole: the lens cannot tell their parts.
/// </summary>
public sealed unsafe class LensMatte : IDisposable
{
    private readonly AlignedMemory<float> _frontRadius;
    private readonly AlignedMemory<float> _backRadius;
    private readonly float[] _largest;

    internal LensMatte(SubjectMatte matte, CircleOfConfusion circle, float limit, int threads, CancellationToken cancellationToken)
    {
        Matte = matte;
        Blocks = new Plane<int>(matte.Blocks.Width, matte.Blocks.Height);
        Blocks.CopyFrom(matte.Blocks);
        int count = matte.Places.Count;
        _frontRadius = new AlignedMemory<float>((long)count * SubjectMatte.BlockPixels);
        _backRadius = new AlignedMemory<float>((long)count * SubjectMatte.BlockPixels);
        _largest = new float[count];
        try
        {
            RowParallel.For(count, threads, (from, to) =>
            {
                for (int block = from; block < to; block++)
                    Compute(block, circle, limit);
            }, cancellationToken);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The matte.</summary>
    public SubjectMatte Matte { get; }

    /// <summary>Number of each block in which this lens takes a pixel apart, −1 where there is none.</summary>
    internal Plane<int> Blocks { get; }

    /// <summary>The largest radius of all parts.</summary>
    internal float Largest => _largest.Length == 0 ? 0 : _largest.Max();

    /// <inheritdoc/>
    public void Dispose()
    {
        Blocks.Dispose();
        _frontRadius.Dispose();
        _backRadius.Dispose();
    }

    /// <summary>Where a pixel stands in its block.</summary>
    internal static int Offset(int x, int y) => ((y % SubjectMatte.BlockSize) * SubjectMatte.BlockSize) + (x % SubjectMatte.BlockSize);

    /// <summary>Whether a radius behind the subject says that the pixel is taken apart.</summary>
    internal static bool IsSplit(float backRadius) => !float.IsNaN(backRadius);

    /// <summary>The number of the block that holds a pixel, −1 where there is none.</summary>
    internal int BlockOf(int x, int y) => Blocks.Pointer[((long)(y / SubjectMatte.BlockSize) * Blocks.Stride) + (x / SubjectMatte.BlockSize)];

    /// <summary>Signed radii of the subject in a block; not a number where a pixel that is taken apart shows nothing of it.</summary>
    internal float* FrontRadius(int block) => _frontRadius.Pointer + ((long)block * SubjectMatte.BlockPixels);

    /// <summary>Signed radii behind the subject in a block; not a number where the pixel stays whole.</summary>
    internal float* BackRadius(int block) => _backRadius.Pointer + ((long)block * SubjectMatte.BlockPixels);

    /// <summary>The largest radius in a block of the grid, 0 where no pixel is taken apart.</summary>
    internal float LargestAt(int column, int row) => Blocks.Pointer[((long)row * Blocks.Stride) + column] is >= 0 and int block ? _largest[block] : 0;

    private void Compute(int block, CircleOfConfusion circle, float limit)
    {
        const int Side = SubjectMatte.BlockSize;
        (int column, int row) = Matte.Places[block];
        Vector4* colours = Matte.Front(block);
        float* front = FrontRadius(block), back = BackRadius(block);
        float largest = 0;
        bool any = false;
        for (int y = 0; y < Side; y++)
        {
            int start = y * Side;
            DefocusMap.ComputeRun(new(Matte.FrontDisparity(block) + start, Side), new(front + start, Side), column * Side, (row * Side) + y, circle);
            DefocusMap.ComputeRun(new(Matte.BackDisparity(block) + start, Side), new(back + start, Side), column * Side, (row * Side) + y, circle);
            for (int i = start; i < start + Side; i++)
            {
                front[i] = Math.Clamp(front[i], -limit, limit);
                back[i] = Math.Clamp(back[i], -limit, limit);
                if (colours[i].W >= 0 && front[i] - back[i] >= MatteParameters.SmallestRadiusStep)
                {
                    largest = MathF.Max(largest, MathF.Max(MathF.Abs(front[i]), MathF.Abs(back[i])));
                    any = true;
                    if (colours[i].W == 0)
                        front[i] = float.NaN;
                }
                else
                {
                    back[i] = float.NaN;
                }
            }
        }

        _largest[block] = largest;
        if (!any)
            Blocks[column, row] = -1;
    }
}
