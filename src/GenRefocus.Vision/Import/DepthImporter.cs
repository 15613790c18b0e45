using System.Numerics.Tensors;
using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>Turns a depth file into disparity. Values are never stretched: integers are divided by their full scale, floats taken as they are.</summary>
public static class DepthImporter
{
    /// <summary>Millimetres in a metre: 16-bit metric files count millimetres.</summary>
    private const float MillimetresPerMetre = 1000;

    /// <summary>Converts.</summary>
    /// <param name="file">The file; it is left as it is.</param>
    /// <param name="meaning">What its numbers mean.</param>
    /// <returns>
    /// Disparity of the file's size; the caller disposes of it. Values that are not finite, and metres of 0 or less, are filled from the far side.
    /// </returns>
    /// <exception cref="PictureException">8-bit numbers cannot be metres, or not a single value is known.</exception>
    public static DepthEstimate Import(DepthFile file, DepthMeaning meaning)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (meaning == DepthMeaning.Auto)
            meaning = file is { Kind: DepthSampleKind.Float, SaysMetres: true } ? DepthMeaning.Metric : DepthMeaning.Disparity;
        if (meaning == DepthMeaning.Metric && file.Kind == DepthSampleKind.Integer8)
        {
            throw new PictureException(
                PictureErrorKind.Unsupported,
                "The depth file has 8 bits a value, too few for metres. "
                + "Use a file with 16 bits (millimetres) or floats (metres), or say that it holds disparity or depth.");
        }

        var disparity = new Plane<float>(file.Values.Width, file.Values.Height);
        for (int y = 0; y < disparity.Height; y++)
            Convert(file, meaning, file.Values.Row(y), disparity.Row(y));
        if (UnknownDepth.Fill(disparity))
            return new DepthEstimate(disparity, meaning == DepthMeaning.Metric ? DepthScale.Metric : DepthScale.Relative);
        disparity.Dispose();
        throw new PictureException(PictureErrorKind.Unsupported, "The depth file holds not a single known value.");
    }

    private static void Convert(DepthFile file, DepthMeaning meaning, ReadOnlySpan<float> source, Span<float> target)
    {
        if (meaning == DepthMeaning.Metric)
        {
            float unit = file.Kind == DepthSampleKind.Float ? 1 : MillimetresPerMetre;
            for (int x = 0; x < source.Length; x++)
                target[x] = source[x] > 0 && float.IsFinite(source[x]) ? Known(unit / source[x]) : float.NaN;
            return;
        }

        TensorPrimitives.Divide(source, file.FullScale, target);
        if (meaning == DepthMeaning.Depth)
            TensorPrimitives.Subtract(1, target, target);
        foreach (ref float value in target)
            value = Known(value);
    }

    private static float Known(float value) => float.IsFinite(value) ? value : float.NaN;
}
