using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Where the edges of a disparity are, at a fraction of the picture's size.</summary>
internal sealed unsafe class DepthOutline : IDisposable
{
    private readonly int _scale;
    private readonly Plane<byte> _passes;
    private readonly Plane<float> _smooth;

    /// <summary>Looks for edges.</summary>
    /// <param name="disparity">Disparity of the picture's size.</param>
    /// <param name="scale">Picture pixels to a cell along each axis.</param>
    /// <param name="reach">Cells to each side of an edge that belong to it.</param>
    /// <param name="smallestEdge">Difference of disparity from which on there is an edge.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public DepthOutline(Plane<float> disparity, int scale, int reach, float smallestEdge, int threads, CancellationToken cancellationToken)
    {
        _scale = scale;
        int width = (disparity.Width + scale - 1) / scale, height = (disparity.Height + scale - 1) / scale;
        Disparity = new Plane<float>(width, height);
        _passes = new Plane<byte>(width, height);
        RowParallel.For(height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                AverageRow(disparity, scale, y, Disparity.Row(y));
        }, cancellationToken);
        RowParallel.For(height, threads, (from, to) =>
        {
            using WindowExtremes window = new(Disparity, reach);
            for (int y = from; y < to; y++)
            {
                window.MoveTo(y);
                ReadOnlySpan<float> high = window.Max, low = window.Min;
                Span<byte> passes = _passes.Row(y);
                for (int x = 0; x < passes.Length; x++)
                    passes[x] = (byte)(high[x] - low[x] > smallestEdge ? 1 : 0);
            }
        }, cancellationToken);
        _smooth = Resampler.Resize(Disparity, Math.Max(width / reach, 1), Math.Max(height / reach, 1), ResampleFilter.Area, threads, cancellationToken);
    }

    /// <summary>Mean disparity of each cell.</summary>
    public Plane<float> Disparity { get; }

    /// <summary>Whether an edge passes within reach of a cell.</summary>
    public bool Passes(int column, int row) => _passes.Pointer[((long)row * _passes.Stride) + column] != 0;

    /// <summary>Whether an edge passes within reach of a picture pixel.</summary>
    public bool PassesPixel(int x, int y) => Passes(x / _scale, y / _scale);

    /// <summary>Disparity at a picture pixel, averaged over about twice the reach.</summary>
    public float SmoothAt(int x, int y)
    {
        float u = Math.Clamp(((x + 0.5f) / (_scale * Disparity.Width) * _smooth.Width) - 0.5f, 0, _smooth.Width - 1);
        float v = Math.Clamp(((y + 0.5f) / (_scale * Disparity.Height) * _smooth.Height) - 0.5f, 0, _smooth.Height - 1);
        int x0 = (int)u, y0 = (int)v, x1 = Math.Min(x0 + 1, _smooth.Width - 1), y1 = Math.Min(y0 + 1, _smooth.Height - 1);
        float* upper = _smooth.Pointer + ((long)y0 * _smooth.Stride), lower = _smooth.Pointer + ((long)y1 * _smooth.Stride);
        return float.Lerp(float.Lerp(upper[x0], upper[x1], u - x0), float.Lerp(lower[x0], lower[x1], u - x0), v - y0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Disparity.Dispose();
        _passes.Dispose();
        _smooth.Dispose();
    }

    private static void AverageRow(Plane<float> disparity, int scale, int row, Span<float> target)
    {
        int y0 = row * scale, y1 = Math.Min(y0 + scale, disparity.Height);
        for (int x = 0; x < target.Length; x++)
        {
            int x0 = x * scale, x1 = Math.Min(x0 + scale, disparity.Width);
            float sum = 0;
            for (int y = y0; y < y1; y++)
            {
                float* values = disparity.Pointer + ((long)y * disparity.Stride);
                for (int i = x0; i < x1; i++)
                    sum += values[i];
            }

            target[x] = sum / ((y1 - y0) * (x1 - x0));
        }
    }
}
