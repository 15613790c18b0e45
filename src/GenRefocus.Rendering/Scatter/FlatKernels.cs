using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Rendering;

/// <summary>
/// A kernel table laid out for the inner loop: for an accumulator of a given stride every delta is one offset and one weight, and each kernel
/// knows where each of its rows begins, so that rows outside a tile cost nothing.
/// </summary>
internal sealed unsafe class FlatKernels : IDisposable
{
    private readonly AlignedMemory<int> _offsets;
    private readonly AlignedMemory<float> _weights;
    private readonly AlignedMemory<int> _rowStarts;
    private readonly AlignedMemory<FlatKernel> _kernels;
    private readonly int _nearBase;

    /// <summary>Lays out the kernels of all radii up to a limit.</summary>
    /// <param name="table">Kernels of one aperture.</param>
    /// <param name="maxRadius">Largest radius in pixels that will be asked for, at most the table's.</param>
    /// <param name="stride">Accumulator elements from one row to the next.</param>
    public FlatKernels(KernelTable table, float maxRadius, int stride)
    {
        int count = Math.Min(KernelTable.IndexOf(maxRadius) + 2, table.Count);
        bool mirrored = false;
        for (int i = 0; i < count && !mirrored; i++)
            mirrored = !ReferenceEquals(table.Near(i), table.Far(i));
        List<DeltaKernel> kernels = [];
        for (int i = 0; i < count; i++)
            kernels.Add(table.Far(i));
        for (int i = 0; mirrored && i < count; i++)
            kernels.Add(table.Near(i));
        _nearBase = mirrored ? count : 0;

        long deltas = 0, rows = 0;
        foreach (DeltaKernel kernel in kernels)
        {
            deltas += kernel.Deltas.Length;
            rows += (2 * kernel.Radius) + 2;
        }

        _offsets = new AlignedMemory<int>(deltas);
        _weights = new AlignedMemory<float>(deltas);
        _rowStarts = new AlignedMemory<int>(rows);
        _kernels = new AlignedMemory<FlatKernel>(kernels.Count);
        int delta = 0, row = 0;
        for (int k = 0; k < kernels.Count; k++)
        {
            DeltaKernel kernel = kernels[k];
            int radius = kernel.Radius;
            _kernels.Pointer[k] = new FlatKernel(radius, row + radius);
            int dy = -radius;
            foreach (KernelDelta d in kernel.Deltas)
            {
                while (dy <= d.DY)
                    _rowStarts.Pointer[row + radius + dy++] = delta;
                _offsets.Pointer[delta] = (d.DY * stride) + d.DX;
                _weights.Pointer[delta++] = d.Weight;
            }

            while (dy <= radius + 1)
                _rowStarts.Pointer[row + radius + dy++] = delta;
            row += (2 * radius) + 2;
        }
    }

    /// <summary>Offsets of all deltas, relative to the source's element.</summary>
    public int* Offsets => _offsets.Pointer;

    /// <summary>Weights of all deltas.</summary>
    public float* Weights => _weights.Pointer;

    /// <summary>Index of the first delta of a kernel's row: at <see cref="FlatKernel.CentreRow"/> + dy; the entry after the last row closes it.</summary>
    public int* RowStarts => _rowStarts.Pointer;

    /// <summary>All kernels; find one with <see cref="IndexOf"/>.</summary>
    public FlatKernel* Kernels => _kernels.Pointer;

    /// <summary>Number of the kernel of a radius step on one side of the focus.</summary>
    /// <param name="step">Radius in steps of <see cref="KernelTable.StepsPerPixel"/>.</param>
    /// <param name="near">Whether the source is nearer than the focus and sees the aperture upside down.</param>
    public int IndexOf(int step, bool near) => near ? _nearBase + step : step;

    /// <inheritdoc/>
    public void Dispose()
    {
        _offsets.Dispose();
        _weights.Dispose();
        _rowStarts.Dispose();
        _kernels.Dispose();
    }
}
