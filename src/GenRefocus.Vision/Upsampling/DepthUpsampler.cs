using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>
/// Brings disparity from a network's size to the picture's, with its edges where the picture has them: joint bilateral upsampling (Kopf and others, 2007), in
/// which the colour of a pixel says to which of the coarse samples around it it belongs. Two additions keep the ramps between surfaces out: a sample that
/// lies between its neighbours' extremes has no say, and the mean is taken again from the samples near the first mean. A guided filter, which fits a line
/// between colour and disparity, draws texture into the depth and is worse than plain bilinear resizing.
/// </summary>
public static class DepthUpsampler
{
    /// <summary>Upsamples.</summary>
    /// <param name="disparity">Finite disparity of any size and unit, with the picture's content stretched over it.</param>
    /// <param name="picture">The picture, linear.</param>
    /// <param name="mask">Mask of the subject, 0 to 1, of the picture's size, whose outline is taken for an edge of the depth and whose parts are kept together; null where none is known.</param>
    /// <param name="threads">Threads at most, 1 or more; the result does not depend on them.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>Disparity of the picture's size, within the range of <paramref name="disparity"/>; the caller disposes of it. Where a side of the
    /// disparity is not smaller than the picture's, it is resampled without looking at the picture.</returns>
    /// <exception cref="ArgumentException">The mask has another size than the picture.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Plane<float> Upsample(
        Plane<float> disparity, LinearImage picture, Plane<float>? mask, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (mask is not null && (mask.Width != picture.Width || mask.Height != picture.Height))
            throw new ArgumentException("The mask must have the picture's size.", nameof(mask));
        if (disparity.Width >= picture.Width || disparity.Height >= picture.Height)
            return Resampler.Resize(disparity, picture.Width, picture.Height, ResampleFilter.Area, threads, cancellationToken);

        using Plane<float>? smallMask =
            mask is null ? null : Resampler.Resize(mask, disparity.Width, disparity.Height, ResampleFilter.Area, threads, cancellationToken);
        using Plane<float>? sharpened = smallMask is null ? null : OutlineSharpener.Apply(disparity, smallMask, threads, cancellationToken);
        if (sharpened is not null)
            SubjectDepth.Gather(sharpened, smallMask!);
        using CoarseScene scene = CoarseScene.Make(sharpened ?? disparity, picture, smallMask, threads, cancellationToken);
        var result = new Plane<float>(picture.Width, picture.Height);
        try
        {
            var kernel = new UpsamplingKernel(scene, picture, mask, result);
            RowParallel.For(picture.Height, threads, kernel.Rows, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }
}
