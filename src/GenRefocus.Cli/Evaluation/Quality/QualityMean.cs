namespace GenRefocus.Cli;

/// <summary>Means over the pictures of a set, each counting the same.</summary>
/// <param name="Set">The set.</param>
/// <param name="Region">The part of the pictures.</param>
/// <param name="Method">The way they were made.</param>
/// <param name="Pictures">Pictures that have the part.</param>
/// <param name="Psnr">Mean in decibels.</param>
/// <param name="Gain">Mean of the differences from doing nothing, in decibels.</param>
/// <param name="LeastGain">The least of these differences.</param>
/// <param name="Ssim">Mean structural similarity.</param>
/// <param name="MsSsim">The same at five scales.</param>
internal sealed record QualityMean(
    string Set, string Region, string Method, int Pictures, double Psnr, double Gain, double LeastGain, double? Ssim, double? MsSsim)
{
    private const int Digits = 4;

    /// <summary>Averages.</summary>
    /// <param name="pictures">All pictures, set by set.</param>
    /// <returns>A mean for each set, part and method, in the order of the pictures' figures.</returns>
    public static IReadOnlyList<QualityMean> Of(IEnumerable<PictureFigure> pictures) =>
    [
        .. from picture in pictures
           from method in picture.Methods
           from region in method.Regions
           group (Figure: region, Before: picture.Methods[0].Regions.First(other => other.Region == region.Region)) by (picture.Set, region.Region, method.Method) into same
           select Of(same.Key.Set, same.Key.Region, same.Key.Method, [.. same]),
    ];

    private static QualityMean Of(string set, string region, string method, (QualityFigure Figure, QualityFigure Before)[] same)
    {
        double[] gains = [.. same.Select(one => one.Figure.Psnr - one.Before.Psnr)];
        return new(set, region, method, same.Length, Rounded(same.Average(one => one.Figure.Psnr)), Rounded(gains.Average()), Rounded(gains.Min()), Mean(one => one.Ssim), Mean(one => one.MsSsim));

        double? Mean(Func<QualityFigure, double?> value) => same.Average(one => value(one.Figure)) is { } mean ? Rounded(mean) : null;
    }

    private static double Rounded(double value) => Math.Round(value, Digits);
}
