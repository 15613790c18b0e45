using System.Numerics;
using GenRefocus.Bridge;
using GenRefocus.Imaging;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>Turns what was rendered into the plane that the client wants.</summary>
internal static class ResultEncoder
{
    /// <summary>Encodes.</summary>
    /// <param name="image">The rendered region.</param>
    /// <param name="source">The picture.</param>
    /// <param name="region">Where the region lies, its corner on multiples of 8.</param>
    /// <param name="target">What the client wants.</param>
    /// <param name="asked">What of the picture the client asked for, inside the region.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ResultPlane Encode(
        LinearImage image, ClientPicture source, PixelRegion region, PlaneInfo target, PixelRegion asked, int threads, CancellationToken cancellationToken)
    {
        if (target.Width == asked.Width && target.Height == asked.Height)
            return EncodeWhole(image, source, region, target, asked, threads, cancellationToken);
        using LinearImage cut = Cut(image, asked with { X = asked.X - region.X, Y = asked.Y - region.Y });
        using LinearImage small = Resampler.Resize(cut, target.Width, target.Height, ResampleFilter.Area, threads, cancellationToken);
        ResultPlane plane = new(target, 0, 0);
        return Guarded(plane, () => EncodeChanged(small, source, plane, threads, cancellationToken));
    }

    private static ResultPlane EncodeWhole(
        LinearImage image, ClientPicture source, PixelRegion region, PlaneInfo target, PixelRegion asked, int threads, CancellationToken cancellationToken)
    {
        ResultPlane plane = new(target, asked.X - region.X, asked.Y - region.Y);
        return Guarded(plane, () =>
        {
            if (target.HasLayoutOf(source.Layout))
                source.Encode(image, region, plane, threads, cancellationToken);
            else
                EncodeChanged(image, source, plane, threads, cancellationToken);
        });
    }

    private static void EncodeChanged(LinearImage image, ClientPicture source, ResultPlane plane, int threads, CancellationToken cancellationToken)
    {
        PlaneInfo target = plane.Layout;
        if (!target.IsFloat)
        {
            ColourEncoding encoding = PlaneEncoding.Of(target.Transfer, source.Profile);
            using SampleImage samples = PhotoQuantiser.Quantise(image, encoding, target.Channels, 8 * target.SampleBytes, threads, cancellationToken);
            plane.Take(samples);
            return;
        }

        RowParallel.For(image.Height, threads, (first, end) =>
        {
            byte[] row = new byte[image.Width * target.Channels * target.SampleBytes];
            for (int y = first; y < end; y++)
            {
                FloatPixels.Encode(target, image.Row(y), row);
                plane.TakeRow(y, row);
            }
        }, cancellationToken);
    }

    private static LinearImage Cut(LinearImage image, PixelRegion part)
    {
        LinearImage cut = new(part.Width, part.Height);
        for (int y = 0; y < part.Height; y++)
            ((ReadOnlySpan<Vector4>)image.Row(part.Y + y)).Slice(part.X, part.Width).CopyTo(cut.Row(y));
        return cut;
    }

    private static ResultPlane Guarded(ResultPlane plane, Action fill)
    {
        try
        {
            fill();
            return plane;
        }
        catch
        {
            plane.Dispose();
            throw;
        }
    }
}
