using System.Globalization;

namespace GenRefocus.Cli;

/// <summary>Prints how good pictures are.</summary>
internal static class QualityReport
{
    /// <summary>Prints means, and as JSON each picture too.</summary>
    /// <param name="models">The networks that were used, each with the SHA-256 of its file.</param>
    /// <param name="pictures">The pictures, set by set.</param>
    /// <param name="json">Whether as JSON.</param>
    public static void Write(IReadOnlyDictionary<string, string> models, IReadOnlyList<PictureFigure> pictures, bool json)
    {
        QualityFigures figures = new(models, QualityMean.Of(pictures), pictures);
        if (json)
            StandardOutput.WriteJson(figures, EvalJson.Default.QualityFigures);
        else
            StandardOutput.WriteLine(string.Join('\n', Lines(figures)));
    }

    private static IEnumerable<string> Lines(QualityFigures figures)
    {
        int width = figures.Means.Select(mean => mean.Method.Length).DefaultIfEmpty().Max() + 2;
        string Row(string set, string region, string method, string pictures, string psnr, string gain, string least, string ssim, string msSsim) =>
            $"{set,-10}{region,-8}{method.PadRight(width)}{pictures,8}{psnr,8}{gain,8}{least,8}{ssim,9}{msSsim,9}";
        yield return Row("set", "part", "method", "pictures", "PSNR", "gain", "least", "SSIM", "MS-SSIM");
        foreach (QualityMean mean in figures.Means)
        {
            yield return Row(
                mean.Set,
                mean.Region,
                mean.Method,
                mean.Pictures.ToString(CultureInfo.InvariantCulture),
                Text(mean.Psnr, "0.00"),
                Text(mean.Gain, "+0.00;-0.00;0.00"),
                Text(mean.LeastGain, "+0.00;-0.00;0.00"),
                Text(mean.Ssim, "0.0000"),
                Text(mean.MsSsim, "0.0000"));
        }
    }

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
