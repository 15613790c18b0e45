using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>The kernel view has a size of its own; a host's result has the picture's. It lies in the middle, on black, and is made smaller where the picture is smaller.</summary>
internal static class KernelPlacement
{
    /// <summary>Draws a region of the picture with the kernel in its middle.</summary>
    /// <param name="kernel">The kernel, a square.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="region">What of it is wanted.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static LinearImage Place(LinearImage kernel, ClientPicture picture, PixelRegion region, int threads, CancellationToken cancellationToken)
    {
        int side = Math.Min(kernel.Width, Math.Min(picture.Layout.Width, picture.Layout.Height));
        using LinearImage? smaller = side < kernel.Width ? Resampler.Resize(kernel, side, side, ResampleFilter.Area, threads, cancellationToken) : null;
        LinearImage fitting = smaller ?? kernel, placed = new(region.Width, region.Height);
        int left = ((picture.Layout.Width - side) / 2) - region.X, top = ((picture.Layout.Height - side) / 2) - region.Y;
        int first = Math.Max(0, left), end = Math.Min(region.Width, left + side);
        for (int y = 0; y < region.Height; y++)
        {
            Span<Vector4> row = placed.Row(y);
            row.Fill(Vector4.UnitW);
            if (y >= top && y < top + side && first < end)
                fitting.Row(y - top)[(first - left)..(end - left)].CopyTo(row[first..end]);
        }

        return placed;
    }
}
