namespace GenRefocus.Optics;

/// <summary>
/// Draws one aperture at a given radius and writes it as changes along rows. Holds its buffers: one for each thread.
/// </summary>
internal sealed class KernelRasterizer(Aperture aperture)
{
    /// <summary>
    /// A kernel of less thickness in pixels (<see cref="PupilShape.Thickness"/> times the radius) is drawn with <see cref="SoftSamples"/> a pixel and axis.
    /// </summary>
    public const double SoftThickness = 6;

    /// <summary>Samples a pixel and axis of a soft kernel.</summary>
    public const int SoftSamples = 8;

    /// <summary>
    /// From this share of the radius on, the thickness of a disc and of five blades or more, a kernel that is not soft has one sample a pixel: two changes a
    /// row. Smooth edges would take twice as many and change a picture with a radius of 30 px by 0.01 dB against ray tracing.
    /// </summary>
    public const double PlainThickness = 0.8;

    /// <summary>Samples a pixel and axis of a kernel that is neither soft nor plain nor sturdy: hard edges would eat or add 3 % and more of it.</summary>
    public const int ThinSamples = 4;

    /// <summary>From this thickness in pixels on any kernel has one sample a pixel: hard edges change less than 1 % of it.</summary>
    public const double SturdyThickness = 60;

    /// <summary>The least radius in pixels that is drawn: a disc of the area of one pixel.</summary>
    public const float SmallestRadius = 0.56f;

    /// <summary>Changes up to this share of the full transmission are dropped.</summary>
    public const double LeastChange = 1e-3;

    /// <summary>Levels that an aperture picture is reduced to; each may cost two changes a row.</summary>
    public const int GreyLevels = 16;

    /// <summary>Rings of equal area that the strongest spherical aberration is drawn with; each costs two changes a row.</summary>
    public const int AberrationRings = 12;

    // Samples on the boundary count as inside whatever the rounding; far below the distance of any two distinct samples of the largest kernel.
    private const double Inclusive = 1 + 1e-9;

    private readonly RowCrossings? _crossings = aperture.Shape is { } shape ? new RowCrossings(shape.MaxCrossings) : null;
    private readonly RowChanges _row = new();
    private readonly List<KernelDelta> _deltas = [];
    private readonly int _rings = aperture.Bubble == 0 ? 1 : Math.Max(2, (int)Math.Ceiling(AberrationRings * Math.Abs(aperture.Bubble)));
    private double[] _values = [];
    private double _sum;

    /// <summary>The kernel of a radius, as it appears behind the focus.</summary>
    /// <param name="radius">Radius in pixels.</param>
    public DeltaKernel Rasterize(float radius)
    {
        if (radius < KernelTable.IdentityRadius)
            return DeltaKernel.Identity;

        int half = (int)Math.Ceiling((aperture.Extent * radius) + 0.5f);
        _deltas.Clear();
        _sum = 0;
        if (aperture.Shape is not null)
            DrawOutline(half, radius);
        else
            DrawImage(half, Math.Max(radius, SmallestRadius));
        return _sum > 0 ? new DeltaKernel(half, Normalized()) : DeltaKernel.Identity;
    }

    private void DrawOutline(int half, float radius)
    {
        double thickness = aperture.Shape!.Thickness * Math.Min(aperture.ScaleX, aperture.ScaleY);
        int samples = radius * thickness < SoftThickness ? SoftSamples : thickness >= PlainThickness || radius * thickness >= SturdyThickness ? 1 : ThinSamples;
        int side = (2 * half) + 1;
        double drawn = Math.Max(radius, SmallestRadius) * Inclusive, scaleX = drawn * aperture.ScaleX, step = 1 / (samples * drawn * aperture.ScaleY);
        _crossings!.Reset(side * samples, -((side * samples) - 1) / 2.0 * step, step);
        aperture.Shape.AddCrossings(_crossings);

        for (int y = 0; y < side; y++)
        {
            _row.Reset(side);
            for (int s = 0; s < samples; s++)
                AddRow((y * samples) + s, side, samples, scaleX);
            EmitRow(y - half, half);
        }
    }

    // Adds one row of samples: rings of equal area from the outermost inwards, each as its difference to the one around it.
    private void AddRow(int row, int side, int samples, double scale)
    {
        ReadOnlySpan<double> crossings = _crossings!.Row(row);
        if (crossings.IsEmpty)
            return;
        double y = _crossings.Y(row), outer = 0;
        for (int ring = _rings - 1; ring >= 0; ring--)
        {
            double value = aperture.Aberration((ring + 0.5) / _rings), square = ((ring + 1.0) / _rings) - (y * y);
            if (ring < _rings - 1 && square < 0)
                return;
            double reach = ring < _rings - 1 ? Math.Sqrt(square) : double.PositiveInfinity;
            int next = 0;
            for (int i = 0; i + 1 < crossings.Length; i += 2)
            {
                double from = Math.Max(crossings[i], -reach) * scale, to = Math.Min(crossings[i + 1], reach) * scale;
                next = AddSpan(side, samples, from, to, next, (value - outer) / (samples * samples));
            }

            outer = value;
        }
    }

    // Adds a value to every sample from one abscissa to another, both included; returns the first sample after them, so that none counts twice.
    private int AddSpan(int side, int samples, double from, double to, int first, double value)
    {
        double centre = ((side * samples) - 1) / 2.0;
        int start = Math.Max(first, (int)Math.Ceiling((from * samples) + centre));
        int end = Math.Min((side * samples) - 1, (int)Math.Floor((to * samples) + centre)) + 1;
        if (start >= end)
            return first;

        int firstPixel = start / samples, lastPixel = (end - 1) / samples;
        if (firstPixel == lastPixel)
        {
            _row.Add(firstPixel, value * (end - start));
            _row.Add(firstPixel + 1, -(value * (end - start)));
            return end;
        }

        double atFirst = value * (((firstPixel + 1) * samples) - start), atLast = value * (end - (lastPixel * samples)), between = value * samples;
        _row.Add(firstPixel, atFirst);
        _row.Add(firstPixel + 1, between - atFirst);
        _row.Add(lastPixel, atLast - between);
        _row.Add(lastPixel + 1, -atLast);
        return end;
    }

    private void DrawImage(int half, double radius)
    {
        int side = (2 * half) + 1;
        Span<double> values = Buffer(side * side);
        double most = 0;
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                double value = aperture.Transmission((x - half) / radius, (y - half) / radius, 1 / radius);
                values[(y * side) + x] = value;
                most = Math.Max(most, value);
            }
        }

        for (int y = 0; y < side && most > 0; y++)
        {
            Span<double> row = values.Slice(y * side, side);
            _row.Reset(side);
            double before = 0;
            for (int x = 0; x < side; x++)
            {
                double level = Math.Round(row[x] / most * GreyLevels) / GreyLevels;
                if (level != before)
                    _row.Add(x, level - before);
                before = level;
            }

            _row.Add(side, -before);
            EmitRow(y - half, half);
        }
    }

    private void EmitRow(int dy, int half)
    {
        double value = 0, weight = 0;
        int end = (2 * half) + 1, from = 0;
        foreach (int pixel in _row.Places())
        {
            _sum += weight * (pixel - from);
            from = pixel;
            value += _row.Take(pixel);

            // Sums of differences leave 1e-17 where there should be nothing; what lies past the last pixel is nothing.
            double next = pixel == end || value < LeastChange ? 0 : value;
            if (Math.Abs(next - weight) > LeastChange || (next == 0 && weight != 0))
            {
                _deltas.Add(new KernelDelta(dy, pixel - half, (float)(next - weight)));
                weight = next;
            }
        }
    }

    private KernelDelta[] Normalized()
    {
        KernelDelta[] deltas = new KernelDelta[_deltas.Count];
        for (int i = 0; i < deltas.Length; i++)
            deltas[i] = _deltas[i] with { Weight = (float)(_deltas[i].Weight / _sum) };
        return deltas;
    }

    private Span<double> Buffer(int length)
    {
        if (_values.Length < length)
            _values = new double[length];
        return _values.AsSpan(0, length);
    }
}
