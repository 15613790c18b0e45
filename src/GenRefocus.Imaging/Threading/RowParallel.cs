namespace GenRefocus.Imaging;

/// <summary>Runs a body over the rows of a picture on several threads.</summary>
public static class RowParallel
{
    /// <summary>Rows handed out at a time: enough work to hide the cost of handing out, few enough that a cancellation is seen soon.</summary>
    public const int Band = 32;

    /// <summary>Calls <paramref name="body"/> once for each band of rows, in no particular order. Results must not depend on the order.</summary>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="threads">Threads at most, 1 or more; with 1 the bands run in order on the caller's thread.</param>
    /// <param name="body">Gets the first row of a band and the row after its last.</param>
    /// <param name="cancellationToken">Asked between bands.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static void For(int rows, int threads, Action<int, int> body, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(body);
        int bands = (int)(((long)rows + Band - 1) / Band);
        if (threads == 1 || bands <= 1)
        {
            for (int i = 0; i < bands; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(i * Band, (int)Math.Min(rows, ((long)i + 1) * Band));
            }

            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        try
        {
            Parallel.For(0, bands, options, i =>
            {
                // Parallel.For learns of a cancellation from a callback, which may come late; asking the token does not.
                if (!cancellationToken.IsCancellationRequested)
                    body(i * Band, (int)Math.Min(rows, ((long)i + 1) * Band));
            });
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (AggregateException e) when (e.InnerExceptions.Count > 0)
        {
            // Callers see the error of the body, the same with one thread and with many.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
