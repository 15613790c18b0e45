using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Compares pictures with one truth, whole and in parts.</summary>
internal sealed class Judge : IDisposable
{
    /// <summary>Name of the whole picture among the parts.</summary>
    public const string Whole = "whole";

    /// <summary>Share of a picture that a part must cover to count: fewer pixels say little.</summary>
    public const double LeastShare = 0.01;

    private const int Digits = 4;

    private readonly EncodedPicture _truth;
    private readonly List<(string Name, Plane<byte> Where)> _parts = [];
    private readonly int _threads;
    private readonly CancellationToken _cancellation;

    /// <summary>Takes a truth.</summary>
    /// <param name="truth">The true picture; it stays the caller's.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Judge(LinearImage truth, int threads, CancellationToken cancellation)
    {
        _truth = new EncodedPicture(truth, threads, cancellation);
        (_threads, _cancellation) = (threads, cancellation);
    }

    /// <summary>Adds a part, unless it is too small to count.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="of">What decides, of the truth's size.</param>
    /// <param name="counts">Whether a value belongs to the part.</param>
    public void AddPart(string name, Plane<float> of, Predicate<float> counts)
    {
        Plane<byte> where = new(of.Width, of.Height);
        long count = 0;
        for (int y = 0; y < where.Height; y++)
        {
            ReadOnlySpan<float> values = of.Row(y);
            Span<byte> row = where.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = (byte)(counts(values[x]) ? 1 : 0);
            count += row.Length - row.Count((byte)0);
        }

        if (count >= LeastShare * where.Width * where.Height)
            _parts.Add((name, where));
        else
            where.Dispose();
    }

    /// <summary>Compares a picture.</summary>
    /// <param name="method">How it was made.</param>
    /// <param name="picture">The picture.</param>
    public MethodFigure Compare(string method, LinearImage picture)
    {
        using EncodedPicture encoded = new(picture, _threads, _cancellation);
        int side = Math.Min(encoded.Width, encoded.Height);
        double? scales = side >= MultiScaleSimilarity.LeastSide ? Rounded(MultiScaleSimilarity.Of(encoded.Luma, _truth.Luma, _threads, _cancellation)) : null;
        return new MethodFigure(method, [Figure(Whole, encoded, null) with { MsSsim = scales }, .. _parts.Select(part => Figure(part.Name, encoded, part.Where))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _truth.Dispose();
        foreach ((_, Plane<byte> where) in _parts)
            where.Dispose();
    }

    private QualityFigure Figure(string region, EncodedPicture picture, Plane<byte>? where)
    {
        double similarity = Math.Min(picture.Width, picture.Height) >= StructuralSimilarity.LeastSide
            ? StructuralSimilarity.Of(picture.Luma, _truth.Luma, where, _threads, _cancellation)
            : double.NaN;
        return new QualityFigure(region, Rounded(SignalToNoise.Of(picture, _truth, where)), double.IsNaN(similarity) ? null : Rounded(similarity), null);
    }

    private static double Rounded(double value) => Math.Round(value, Digits);
}
