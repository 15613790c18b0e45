namespace GenRefocus.Engine;

/// <summary>What a render costs, in milliseconds of wall clock; medians over the runs unless a member says otherwise.</summary>
public sealed record RenderTimings
{
    /// <summary>
    /// One whole frame after a change of the lens. Ready before: the decoded linear picture, its disparity, the table of kernels. Measured: circle of confusion,
    /// preparation of the picture, hidden layers, binning, slices, composite, quantisation to 8 bits. Nothing of an earlier frame is used.
    /// </summary>
    public required double MedianMs { get; init; }

    /// <summary>The fastest of these frames.</summary>
    public required double MinMs { get; init; }

    /// <summary>The slowest of these frames.</summary>
    public required double MaxMs { get; init; }

    /// <summary>The median of the same frames with the hidden layers reused and everything else made anew.</summary>
    public required double CachedMs { get; init; }

    /// <summary>Everything after decoding: the depth file's values to disparity, histogram, focus, kernels, and the frame.</summary>
    public required double ColdMs { get; init; }

    /// <summary>
    /// Parts of <see cref="MedianMs"/>, each its own median: <c>coc</c>, <c>scene</c> (ranges of radii, colours), <c>hidden_layers</c> (what the first render of a
    /// scene takes longer than the second), <c>slices</c> (the second render: binning, slices, composite) and <c>quantise</c>.
    /// </summary>
    public required IReadOnlyDictionary<string, double> StagesMs { get; init; }

    /// <summary>Columns of the picture.</summary>
    public required int Width { get; init; }

    /// <summary>Rows of the picture.</summary>
    public required int Height { get; init; }

    /// <summary>Preview or final, as settings spell it.</summary>
    public required string Quality { get; init; }

    /// <summary>Shape of the aperture, as settings spell it.</summary>
    public required string Shape { get; init; }

    /// <summary>K in pixels of radius per unit of disparity.</summary>
    public required double K { get; init; }

    /// <summary>Disparity that is in focus.</summary>
    public required double FocusDisparity { get; init; }

    /// <summary>The largest radius of a circle of confusion in pixels.</summary>
    public required double LargestRadius { get; init; }

    /// <summary>Threads at most.</summary>
    public required int Threads { get; init; }

    /// <summary>Frames measured.</summary>
    public required int Runs { get; init; }

    /// <summary>Frames drawn before, which do not count: code is compiled and memory taken.</summary>
    public required int WarmUpRuns { get; init; }
}
