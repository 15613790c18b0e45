using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>Makes a picture row by row.</summary>
internal static class ViewPainter
{
    /// <summary>Fills the pixels of one row.</summary>
    public delegate void RowPainter(int y, Span<Vector4> row);

    /// <summary>Makes the picture.</summary>
    public static LinearImage Paint(int width, int height, int threads, RowPainter painter, CancellationToken cancellationToken)
    {
        LinearImage picture = new(width, height);
        try
        {
            RowParallel.For(height, threads, (from, to) =>
            {
                for (int y = from; y < to; y++)
                    painter(y, picture.Row(y));
            }, cancellationToken);
            return picture;
        }
        catch
        {
            picture.Dispose();
            throw;
        }
    }
}
