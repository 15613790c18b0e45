namespace GenRefocus.Optics;

/// <summary>
/// A blur kernel, stored as its changes along rows (delta spans): a disc of radius r takes two changes a row instead of π·r² weights.
/// </summary>
public sealed class DeltaKernel
{
    private readonly KernelDelta[] _deltas;

    internal DeltaKernel(int radius, KernelDelta[] deltas)
    {
        Radius = radius;
        _deltas = deltas;
        CloseRows(deltas);
    }

    /// <summary>The kernel of a point in focus: the pixel itself with weight 1.</summary>
    public static DeltaKernel Identity { get; } = new(0, [new KernelDelta(0, 0, 1f), new KernelDelta(0, 1, -1f)]);

    /// <summary>Half width in pixels: every change has |DY| ≤ Radius and −Radius ≤ DX ≤ Radius + 1.</summary>
    public int Radius { get; }

    /// <summary>
    /// The changes, sorted by row, then by column. Added up in that order as 32-bit floats, the changes of one row give exactly 0, so no row leaks weight
    /// past the kernel's end.
    /// </summary>
    public ReadOnlySpan<KernelDelta> Deltas => _deltas;

    /// <summary>The same kernel turned by 180°.</summary>
    internal DeltaKernel Turned()
    {
        KernelDelta[] turned = new KernelDelta[_deltas.Length];
        for (int i = 0; i < turned.Length; i++)
        {
            // The run [a, b) becomes [1 − b, 1 − a): what ended it begins it, with the opposite sign.
            KernelDelta d = _deltas[^(i + 1)];
            turned[i] = new KernelDelta(-d.DY, 1 - d.DX, -d.Weight);
        }

        return new DeltaKernel(Radius, turned);
    }

    private static void CloseRows(KernelDelta[] deltas)
    {
        float open = 0;
        for (int i = 0; i < deltas.Length; i++)
        {
            bool last = i + 1 == deltas.Length || deltas[i + 1].DY != deltas[i].DY;
            if (last)
                deltas[i] = deltas[i] with { Weight = -open };
            open = last ? 0 : open + deltas[i].Weight;
        }
    }
}
