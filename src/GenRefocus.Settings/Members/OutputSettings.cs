namespace GenRefocus.Settings;

/// <summary>What is handed back.</summary>
public sealed record OutputSettings
{
    /// <summary>The default of <see cref="View"/>.</summary>
    public const OutputView DefaultView = OutputView.Result;

    /// <summary>The default of <see cref="Quality"/>.</summary>
    public const OutputQuality DefaultQuality = OutputQuality.Final;

    /// <summary>The picture that is handed back.</summary>
    public OutputView View { get; init; } = DefaultView;

    /// <summary>The care that is taken.</summary>
    public OutputQuality Quality { get; init; } = DefaultQuality;
}
