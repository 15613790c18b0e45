using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>Brings what was changed in a smaller copy of a picture into the picture. Where nothing changed around a pixel it keeps every bit.</summary>
internal static class DetailTransfer
{
    /// <summary>Adds the difference of two copies, linear between their pixels.</summary>
    /// <param name="picture">The picture; it is not changed.</param>
    /// <param name="before">The smaller copy.</param>
    /// <param name="after">The same, changed; its alpha is left alone.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>A new picture of the first one's size.</returns>
    public static LinearImage Apply(LinearImage picture, LinearImage before, LinearImage after, int threads, CancellationToken cancellationToken)
    {
        LinearImage result = new(picture.Width, picture.Height);
        try
        {
            Tap[] across = Taps(picture.Width, before.Width), down = Taps(picture.Height, before.Height);
            RowParallel.For(picture.Height, threads, (first, end) =>
            {
                for (int y = first; y < end; y++)
                    Row(picture.Row(y), before, after, down[y], across, result.Row(y));
            }, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static void Row(ReadOnlySpan<Vector4> source, LinearImage before, LinearImage after, Tap tap, Tap[] across, Span<Vector4> target)
    {
        ReadOnlySpan<Vector4> upperBefore = before.Row(tap.First), upperAfter = after.Row(tap.First);
        ReadOnlySpan<Vector4> lowerBefore = before.Row(tap.Second), lowerAfter = after.Row(tap.Second);
        for (int x = 0; x < target.Length; x++)
        {
            Tap at = across[x];
            Vector4 upper = Vector4.Lerp(upperAfter[at.First] - upperBefore[at.First], upperAfter[at.Second] - upperBefore[at.Second], at.Share);
            Vector4 lower = Vector4.Lerp(lowerAfter[at.First] - lowerBefore[at.First], lowerAfter[at.Second] - lowerBefore[at.Second], at.Share);
            Vector4 change = Vector4.Lerp(upper, lower, tap.Share);

            // Light is never negative: a dark pixel beside a bright one can lose no more than it has.
            target[x] = change == Vector4.Zero ? source[x] : Vector4.Max(source[x] + change, Vector4.Min(source[x], Vector4.Zero));
        }
    }

    private static Tap[] Taps(int count, int from)
    {
        Tap[] taps = new Tap[count];
        for (int i = 0; i < count; i++)
        {
            float position = (float)Math.Clamp(((i + 0.5) * from / count) - 0.5, 0, from - 1);
            int first = (int)position;
            taps[i] = new Tap(first, Math.Min(first + 1, from - 1), position - first);
        }

        return taps;
    }

    private readonly record struct Tap(int First, int Second, float Share);
}
