namespace GenRefocus.Rendering;

/// <summary>Runs work over rows on several threads, in bands small enough to balance and to cancel.</summary>
internal static class RowBands
{
    private const int RowsPerBand = 16;

    /// <summary>Calls the work for every row once; bands never overlap.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="work">Receives the first row of a band and the row after its last.</param>
    /// <param name="cancellationToken">Looked at between bands.</param>
    public static void Run(int rows, int threads, Action<int, int> work, CancellationToken cancellationToken)
    {
        int bands = (rows + RowsPerBand - 1) / RowsPerBand;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, bands, options, band => work(band * RowsPerBand, Math.Min(rows, (band + 1) * RowsPerBand)));
    }
}
