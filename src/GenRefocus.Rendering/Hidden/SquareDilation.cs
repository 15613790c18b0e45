using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Grows a mask by a number of pixels in every direction (a square structuring element), in time independent of that number.</summary>
internal static unsafe class SquareDilation
{
    private const int BlockColumns = 64;
    private const int Never = int.MinValue / 2;

    /// <summary>Grows the non-zero part of a mask in place.</summary>
    /// <param name="mask">0 or 1.</param>
    /// <param name="radius">Pixels to grow by, 0 or more.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    public static void Apply(Plane<byte> mask, int radius, int threads, CancellationToken cancellationToken)
    {
        RowParallel.For(mask.Height, threads, (from, to) =>
        {
            byte[] line = new byte[mask.Width];
            for (int y = from; y < to; y++)
                GrowRow(mask.Row(y), line, radius);
        }, cancellationToken);
        int blocks = (mask.Width + BlockColumns - 1) / BlockColumns;
        RowParallel.For(blocks, threads, (from, to) =>
        {
            byte[] columns = new byte[mask.Height * BlockColumns];
            for (int block = from; block < to; block++)
                GrowColumns(mask, block * BlockColumns, Math.Min(BlockColumns, mask.Width - (block * BlockColumns)), columns, radius);
        }, cancellationToken);
    }

    private static void GrowRow(Span<byte> row, byte[] line, int radius)
    {
        int last = Never;
        for (int x = 0; x < row.Length; x++)
        {
            last = row[x] != 0 ? x : last;
            line[x] = (byte)(x - last <= radius ? 1 : 0);
        }

        last = -Never;
        for (int x = row.Length - 1; x >= 0; x--)
        {
            last = row[x] != 0 ? x : last;
            row[x] = (byte)(line[x] != 0 || last - x <= radius ? 1 : 0);
        }
    }

    private static void GrowColumns(Plane<byte> mask, int x0, int count, byte[] columns, int radius)
    {
        Span<int> last = stackalloc int[BlockColumns];
        last.Fill(Never);
        for (int y = 0; y < mask.Height; y++)
        {
            ReadOnlySpan<byte> row = mask.Row(y).Slice(x0, count);
            for (int x = 0; x < count; x++)
            {
                last[x] = row[x] != 0 ? y : last[x];
                columns[(y * BlockColumns) + x] = (byte)(y - last[x] <= radius ? 1 : 0);
            }
        }

        last.Fill(-Never);
        for (int y = mask.Height - 1; y >= 0; y--)
        {
            Span<byte> row = mask.Row(y).Slice(x0, count);
            for (int x = 0; x < count; x++)
            {
                last[x] = row[x] != 0 ? y : last[x];
                row[x] = (byte)(columns[(y * BlockColumns) + x] != 0 || last[x] - y <= radius ? 1 : 0);
            }
        }
    }
}
