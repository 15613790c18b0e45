namespace GenRefocus.Bridge;

/// <summary>Answer to <c>image/analyze</c>.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Focus">What the picture is focused on when nothing is said.</param>
/// <param name="DisparityRange">Farthest and nearest disparity.</param>
/// <param name="Unit">Unit of disparity, as settings spell it.</param>
/// <param name="Models">Networks that were used.</param>
public sealed record AnalyzeResult(int Width, int Height, FocusInfo Focus, IReadOnlyList<double> DisparityRange, string Unit, IReadOnlyList<ModelInfo> Models)
{
    /// <summary>Share of soft pixels; null where it was not looked for.</summary>
    public double? SoftShare { get; init; }
}
