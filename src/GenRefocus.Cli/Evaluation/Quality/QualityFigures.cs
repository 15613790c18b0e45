namespace GenRefocus.Cli;

/// <summary>What <c>eval deblur</c>, <c>eval bokeh</c> and <c>eval refocus</c> print.</summary>
/// <param name="Models">The networks that were used, each with the SHA-256 of its file.</param>
/// <param name="Means">Means over each set.</param>
/// <param name="Pictures">Each picture's figures.</param>
internal sealed record QualityFigures(IReadOnlyDictionary<string, string> Models, IReadOnlyList<QualityMean> Means, IReadOnlyList<PictureFigure> Pictures);
