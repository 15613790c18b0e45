using System.Runtime.CompilerServices;

namespace GenRefocus.Rendering;

/// <summary>
/// Cuts the range of signed radii into slices that are drawn near to far. Bounds of |c|: from <see cref="SliceParameters.FocusHalfWidth"/> on, each
/// next bound is larger by max(2·FocusHalfWidth, r·RelativeWidth); both signs; one slice around the focus.
/// </summary>
internal sealed class SliceTable
{
    private const int LookupSize = 4096;

    private readonly byte[] _lookup = new byte[LookupSize];
    private readonly float _scale;

    /// <summary>Builds the table for radii up to a limit.</summary>
    /// <param name="maxRadius">Largest |c| in pixels that will be asked for.</param>
    public SliceTable(float maxRadius)
    {
        List<float> bounds = [];
        for (float r = SliceParameters.FocusHalfWidth; r < maxRadius + 1; r += MathF.Max(2 * SliceParameters.FocusHalfWidth, r * SliceParameters.RelativeWidth))
            bounds.Add(r);
        float[] cuts = [.. bounds.AsEnumerable().Reverse(), .. bounds.Select(static r => -r)];
        Count = cuts.Length + 1;
        FocusSlice = bounds.Count;
        _scale = LookupSize / 2 / (maxRadius + 1);
        for (int i = 0; i < LookupSize; i++)
        {
            float c = (i - (LookupSize / 2)) / _scale;
            int slice = 0;
            while (slice < cuts.Length && c <= cuts[slice])
                slice++;
            _lookup[i] = (byte)slice;
        }
    }

    /// <summary>Number of slices.</summary>
    public int Count { get; }

    /// <summary>The slice that holds radius 0.</summary>
    public int FocusSlice { get; }

    /// <summary>The slice of a signed radius: 0 is the nearest.</summary>
    /// <param name="signedRadius">Signed radius in pixels, |c| up to the limit given at construction.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SliceOf(float signedRadius) => _lookup[(int)((signedRadius * _scale) + (LookupSize / 2))];
}
