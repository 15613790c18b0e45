using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>Brings planes and pictures to another size. The filters are separable; the result does not depend on the number of threads.</summary>
public static class Resampler
{
    /// <summary>Resizes a plane.</summary>
    /// <param name="source">The plane.</param>
    /// <param name="width">Columns of the result, 1 or more.</param>
    /// <param name="height">Rows of the result, 1 or more.</param>
    /// <param name="filter">The rule.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>A new plane, also where the size does not change.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Plane<float> Resize(
        Plane<float> source, int width, int height, ResampleFilter filter, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        (AxisWeights across, AxisWeights down) = MakeAxes(source.Width, source.Height, width, height, filter);
        using var middle = new Plane<float>(width, source.Height);
        RowParallel.For(source.Height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
                Across(source.Row(y), middle.Row(y), 1, across);
        }, cancellationToken);
        var result = new Plane<float>(width, height);
        return Complete(result, height, threads, y => Down(down, y, middle.Row, result.Row(y)), cancellationToken);
    }

    /// <summary>Resizes a picture in linear light, premultiplied.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="width">Columns of the result, 1 or more.</param>
    /// <param name="height">Rows of the result, 1 or more.</param>
    /// <param name="filter">The rule.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>A new picture, also where the size does not change.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static LinearImage Resize(
        LinearImage source, int width, int height, ResampleFilter filter, int threads, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        (AxisWeights across, AxisWeights down) = MakeAxes(source.Width, source.Height, width, height, filter);
        using var middle = new LinearImage(width, source.Height);
        RowParallel.For(source.Height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
                Across(source.Row(y), middle.Row(y), across);
        }, cancellationToken);
        var result = new LinearImage(width, height);
        return Complete(
            result, height, threads, y => Down(down, y, row => Floats(middle.Row(row)), Floats(result.Row(y))), cancellationToken);
    }

    /// <summary>Resizes rows that are made on the way, so that a picture need not be held in the form that is resized.</summary>
    /// <param name="sourceWidth">Columns of the source, 1 or more.</param>
    /// <param name="sourceHeight">Rows of the source, 1 or more.</param>
    /// <param name="makeRow">Makes a source row; called once a row, from any thread.</param>
    /// <param name="width">Columns of the result, 1 or more.</param>
    /// <param name="height">Rows of the result, 1 or more.</param>
    /// <param name="filter">The rule.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>A new plane; the caller disposes of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Plane<Vector4> Resize(
        int sourceWidth,
        int sourceHeight,
        PixelRowMaker makeRow,
        int width,
        int height,
        ResampleFilter filter,
        int threads,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(makeRow);
        (AxisWeights across, AxisWeights down) = MakeAxes(sourceWidth, sourceHeight, width, height, filter);
        using var middle = new Plane<Vector4>(width, sourceHeight);
        RowParallel.For(sourceHeight, threads, (first, end) =>
        {
            using var line = new Plane<Vector4>(sourceWidth, 1);
            Span<Vector4> row = line.Row(0);
            for (int y = first; y < end; y++)
            {
                makeRow(y, row);
                Across(row, middle.Row(y), across);
            }
        }, cancellationToken);
        var result = new Plane<Vector4>(width, height);
        return Complete(
            result, height, threads, y => Down(down, y, row => Floats(middle.Row(row)), Floats(result.Row(y))), cancellationToken);
    }

    /// <summary>Resizes interleaved channels, for instance the RGB that a network is to see.</summary>
    /// <param name="source">Values, row by row without padding: <paramref name="sourceHeight"/> × <paramref name="sourceWidth"/> × <paramref name="channels"/>.</param>
    /// <param name="sourceWidth">Columns of the source, 1 or more.</param>
    /// <param name="sourceHeight">Rows of the source, 1 or more.</param>
    /// <param name="channels">Values a pixel, 1 or more.</param>
    /// <param name="width">Columns of the result, 1 or more.</param>
    /// <param name="height">Rows of the result, 1 or more.</param>
    /// <param name="filter">The rule.</param>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>Values in the same order: height × width × channels.</returns>
    /// <exception cref="ArgumentException">The buffer is not of the size that was said.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static float[] Resize(
        ReadOnlyMemory<float> source,
        int sourceWidth,
        int sourceHeight,
        int channels,
        int width,
        int height,
        ResampleFilter filter,
        int threads,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        (AxisWeights across, AxisWeights down) = MakeAxes(sourceWidth, sourceHeight, width, height, filter);
        if (source.Length != (long)sourceWidth * sourceHeight * channels)
            throw new ArgumentException($"The buffer has {source.Length} values, not {sourceWidth} × {sourceHeight} × {channels}.", nameof(source));
        int sourceRow = sourceWidth * channels, row = checked(width * channels);
        var middle = new float[checked(row * sourceHeight)];
        RowParallel.For(sourceHeight, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
                Across(source.Span.Slice(y * sourceRow, sourceRow), middle.AsSpan(y * row, row), channels, across);
        }, cancellationToken);
        var result = new float[checked(row * height)];
        RowParallel.For(height, threads, (first, end) =>
        {
            for (int y = first; y < end; y++)
                Down(down, y, i => middle.AsSpan(i * row, row), result.AsSpan(y * row, row));
        }, cancellationToken);
        return result;
    }

    private delegate Span<float> RowOf(int y);

    private static (AxisWeights Across, AxisWeights Down) MakeAxes(int sourceWidth, int sourceHeight, int width, int height, ResampleFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sourceWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sourceHeight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (!Enum.IsDefined(filter))
            throw new ArgumentOutOfRangeException(nameof(filter), filter, "There is no such filter.");
        return (AxisWeights.Make(sourceWidth, width, filter), AxisWeights.Make(sourceHeight, height, filter));
    }

    private static T Complete<T>(T result, int rows, int threads, Action<int> row, CancellationToken cancellationToken)
        where T : IDisposable
    {
        try
        {
            RowParallel.For(rows, threads, (first, end) =>
            {
                for (int y = first; y < end; y++)
                    row(y);
            }, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static Span<float> Floats(Span<Vector4> pixels) => MemoryMarshal.Cast<Vector4, float>(pixels);

    private static void Across(ReadOnlySpan<float> source, Span<float> target, int channels, AxisWeights axis)
    {
        for (int x = 0; x < axis.Target; x++)
        {
            ReadOnlySpan<float> weights = axis.Weights(x);
            int from = axis.First(x) * channels;
            for (int c = 0; c < channels; c++)
            {
                float sum = 0;
                for (int k = 0; k < weights.Length; k++)
                    sum += weights[k] * source[from + (k * channels) + c];
                target[(x * channels) + c] = sum;
            }
        }
    }

    private static void Across(ReadOnlySpan<Vector4> source, Span<Vector4> target, AxisWeights axis)
    {
        for (int x = 0; x < target.Length; x++)
        {
            ReadOnlySpan<float> weights = axis.Weights(x);
            ReadOnlySpan<Vector4> taps = source.Slice(axis.First(x), weights.Length);
            Vector4 sum = Vector4.Zero;
            for (int k = 0; k < weights.Length; k++)
                sum += taps[k] * weights[k];
            target[x] = sum;
        }
    }

    private static void Down(AxisWeights axis, int y, RowOf source, Span<float> target)
    {
        ReadOnlySpan<float> weights = axis.Weights(y);
        int first = axis.First(y);
        Scale(source(first), weights[0], target);
        for (int k = 1; k < weights.Length; k++)
            Add(source(first + k), weights[k], target);
    }

    private static void Scale(ReadOnlySpan<float> source, float weight, Span<float> target)
    {
        int vectors = target.Length - (target.Length % Vector<float>.Count);
        for (int i = 0; i < vectors; i += Vector<float>.Count)
            (new Vector<float>(source[i..]) * weight).CopyTo(target[i..]);
        for (int i = vectors; i < target.Length; i++)
            target[i] = source[i] * weight;
    }

    private static void Add(ReadOnlySpan<float> source, float weight, Span<float> target)
    {
        int vectors = target.Length - (target.Length % Vector<float>.Count);
        for (int i = 0; i < vectors; i += Vector<float>.Count)
            (new Vector<float>(target[i..]) + (new Vector<float>(source[i..]) * weight)).CopyTo(target[i..]);
        for (int i = vectors; i < target.Length; i++)
            target[i] += source[i] * weight;
    }
}
