namespace GenRefocus.Imaging;

/// <summary>Makes the integers that a file would hold, without the file: for screens, hosts and measurements.</summary>
public static class PhotoQuantiser
{
    /// <summary>
    /// Quantises a picture as <see cref="PhotoWriter"/> does: pixels that equal the decoded photo bit for bit get its original integers where the depth is the
    /// same; changed 8-bit pixels are dithered.
    /// </summary>
    /// <param name="image">The picture, linear and premultiplied, in the photo's primaries and of its size.</param>
    /// <param name="source">The photo that it was made from; its channels are the result's, so a grey photo gives the red channel.</param>
    /// <param name="bitDepth">8 or 16.</param>
    /// <param name="threads">Threads at most, 1 or more; the result does not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>The integers; the caller disposes of them.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SampleImage Quantise(LinearImage image, Photo source, int bitDepth, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (image.Width != source.Width || image.Height != source.Height)
            throw new ArgumentException($"The picture is {image.Width} × {image.Height}, the photo {source.Width} × {source.Height}.", nameof(image));
        return Quantise(image, source.Samples, source.Encoding, source.Samples.Channels, bitDepth, threads, cancellationToken);
    }

    /// <summary>Quantises a picture with other channels, depth, size or curves than a photo's; changed or not, 8-bit pixels are dithered.</summary>
    /// <param name="image">The picture, linear and premultiplied.</param>
    /// <param name="encoding">What the integers are to stand for.</param>
    /// <param name="channels">1 grey (the red channel), 2 grey and alpha, 3 RGB, 4 RGB and alpha; without alpha the picture lies on white.</param>
    /// <param name="bitDepth">8 or 16.</param>
    /// <param name="threads">Threads at most, 1 or more; the result does not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <returns>The integers; the caller disposes of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SampleImage Quantise(LinearImage image, ColourEncoding encoding, int channels, int bitDepth, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(encoding);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return Quantise(image, original: null, encoding, channels, bitDepth, threads, cancellationToken);
    }

    private static SampleImage Quantise(
        LinearImage image, SampleImage? original, ColourEncoding encoding, int channels, int bitDepth, int threads, CancellationToken cancellationToken)
    {
        SampleImage samples = new(image.Width, image.Height, channels, bitDepth);
        try
        {
            new SampleEncoder(encoding, samples, original, PhotoWriteOptions.Backdrop, dither: true).Encode(image, threads, cancellationToken);
            return samples;
        }
        catch
        {
            samples.Dispose();
            throw;
        }
    }
}
