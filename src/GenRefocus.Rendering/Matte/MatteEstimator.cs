using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>
/// Takes the pixels of a subject's outline apart into the subject's colour F and the colour B behind it, so that I = αF + (1 − α)B: where the mask of the subject and the
/// edge of its estimated depth agree. F and B come from the sure places around (pulled and pushed into the band), α from mask, depth and the pixel's colour.
/// </summary>
public static class MatteEstimator
{
    /// <summary>Estimates.</summary>
    /// <param name="picture">The picture, linear; one with transparency has no matte.</param>
    /// <param name="mask">Share of each pixel that belongs to the subject, 0 to 1, of the picture's size.</param>
    /// <param name="disparity">Estimated disparity of the picture's size, larger = nearer.</param>
    /// <param name="range">The disparity's whole range.</param>
    /// <param name="threads">Threads to use, 1 or more; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between rows.</param>
    /// <returns>The matte, which the caller disposes of; null where no pixel is taken apart.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static SubjectMatte? Estimate(
        LinearImage picture, Plane<float> mask, Plane<float> disparity, float range, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(mask);
        ArgumentNullException.ThrowIfNull(disparity);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (mask.Width != picture.Width || mask.Height != picture.Height || disparity.Width != picture.Width || disparity.Height != picture.Height)
            throw new ArgumentException("Picture, mask and disparity differ in size.", nameof(mask));
        if (!PictureSource.IsOpaque(picture, threads, cancellationToken))
            return null;
        int longer = Math.Max(picture.Width, picture.Height), scale = longer <= MatteParameters.LargestFineSide ? 2 : 4;
        int width = (picture.Width + scale - 1) / scale, height = (picture.Height + scale - 1) / scale;
        using MatteSide front = new(width, height, scale), back = new(width, height, scale);
        float smallestEdge = range * MatteParameters.SmallestEdge;
        using DepthOutline outline = new(disparity, scale, Cells(MatteParameters.OutlineShare), smallestEdge, threads, cancellationToken);
        RowParallel.For(height, threads, (from, to) =>
        {
            for (int y = from; y < to; y++)
                MatteCells.AverageRow(picture, mask, outline, scale, y, front, back);
        }, cancellationToken);
        int reach = Cells(MatteParameters.BandShare);
        front.Fill(reach, nearest: true, threads, cancellationToken);
        back.Fill(reach, nearest: false, threads, cancellationToken);

        MatteBlocks blocks = new(picture, mask, outline, front, back, smallestEdge);
        return blocks.Make(threads, cancellationToken);

        int Cells(float share) => (int)MathF.Ceiling(longer * share / scale);
    }
}
