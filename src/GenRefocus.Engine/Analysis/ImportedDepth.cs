using GenRefocus.Imaging;
using GenRefocus.Settings;
using GenRefocus.Vision;

namespace GenRefocus.Engine;

/// <summary>Reads the depth file that the settings name.</summary>
internal static class ImportedDepth
{
    /// <summary>Reads the file and checks that it shows the same field of view.</summary>
    /// <param name="settings">Names the file.</param>
    /// <param name="picture">The picture that it belongs to.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SettingsException">The depth has another shape than the picture.</exception>
    /// <exception cref="PictureException">The file cannot be read.</exception>
    public static DepthFile Read(DepthSettings settings, LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        DepthFile file = DepthReader.Read(settings.Source, new PhotoReadOptions { Threads = threads }, cancellationToken);
        if (HasShapeOf(file.Values, picture))
            return file;
        using (file)
        {
            throw new SettingsException(
                SettingPaths.DepthSource,
                $"the depth has {file.Values.Width} × {file.Values.Height} pixels, which is another shape than the photo's "
                + $"{picture.Width} × {picture.Height}; give depth of the same field of view");
        }
    }

    /// <summary>What the numbers of a file mean.</summary>
    /// <param name="kind">The setting.</param>
    public static DepthMeaning Meaning(DepthKind kind) => kind switch
    {
        DepthKind.Disparity => DepthMeaning.Disparity,
        DepthKind.Depth => DepthMeaning.Depth,
        DepthKind.Metric => DepthMeaning.Metric,
        _ => DepthMeaning.Auto,
    };

    // The same aspect ratio but for the rounding of one side to whole pixels.
    private static bool HasShapeOf(Plane<float> depth, LinearImage picture) =>
        Math.Abs(((double)depth.Width * picture.Height / picture.Width) - depth.Height) <= 1
        || Math.Abs(((double)depth.Height * picture.Width / picture.Height) - depth.Width) <= 1;
}
