using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering;

/// <summary>
/// The pixels of a picture that show its subject and what is behind it at once (hair, fur, soft outlines), taken apart: colour and disparity of each of the two and
/// the subject's share. Does not depend on the lens. Kept in blocks, since such pixels are few.
/// </summary>
public sealed unsafe class SubjectMatte : IDisposable
{
    /// <summary>Side of a block in pixels; the grid is that of <see cref="RadiusRange"/>.</summary>
    internal const int BlockSize = RadiusRange.BlockSize;

    /// <summary>Pixels of a block.</summary>
    internal const int BlockPixels = BlockSize * BlockSize;

    /// <summary>Front of a pixel that is not taken apart.</summary>
    internal static readonly Vector4 Whole = new(0, 0, 0, -1);

    private readonly AlignedMemory<Vector4> _front;
    private readonly AlignedMemory<Vector4> _back;
    private readonly AlignedMemory<float> _frontDisparity;
    private readonly AlignedMemory<float> _backDisparity;

    /// <summary>Takes memory; the blocks' content is undefined.</summary>
    /// <param name="blocks">Number of each block that is kept, from 0 on, −1 where there is none; becomes the matte's.</param>
    /// <param name="places">Column and row of each of these blocks.</param>
    internal SubjectMatte(Plane<int> blocks, IReadOnlyList<(int Column, int Row)> places)
    {
        Blocks = blocks;
        Places = places;
        long pixels = (long)places.Count * BlockPixels;
        _front = new AlignedMemory<Vector4>(pixels);
        _back = new AlignedMemory<Vector4>(pixels);
        _frontDisparity = new AlignedMemory<float>(pixels);
        _backDisparity = new AlignedMemory<float>(pixels);
    }

    /// <summary>Number of pixels that are taken apart.</summary>
    public long Count { get; internal set; }

    /// <summary>Number of each block that is kept, −1 where there is none.</summary>
    internal Plane<int> Blocks { get; }

    /// <summary>Column and row of each block that is kept.</summary>
    internal IReadOnlyList<(int Column, int Row)> Places { get; }

    /// <summary>What this matte is through one lens.</summary>
    /// <param name="circle">The lens.</param>
    /// <param name="largestRadius">Radius in pixels to which others are limited: the largest of the picture's own.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>The radii; the caller disposes of them before the matte.</returns>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public LensMatte Through(CircleOfConfusion circle, float largestRadius, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(circle);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return new LensMatte(this, circle, largestRadius, threads, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Blocks.Dispose();
        _front.Dispose();
        _back.Dispose();
        _frontDisparity.Dispose();
        _backDisparity.Dispose();
    }

    /// <summary>Colours of the subject in a block, row by row; the fourth lane is its share, below 0 where the pixel stays whole.</summary>
    internal Vector4* Front(int block) => _front.Pointer + ((long)block * BlockPixels);

    /// <summary>Colours behind the subject in a block, 1 in the fourth lane.</summary>
    internal Vector4* Back(int block) => _back.Pointer + ((long)block * BlockPixels);

    /// <summary>Disparities of the subject in a block.</summary>
    internal float* FrontDisparity(int block) => _frontDisparity.Pointer + ((long)block * BlockPixels);

    /// <summary>Disparities behind the subject in a block.</summary>
    internal float* BackDisparity(int block) => _backDisparity.Pointer + ((long)block * BlockPixels);
}
