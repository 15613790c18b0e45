namespace GenRefocus.Cli;

/// <summary>A picture's depth errors.</summary>
/// <param name="Name">The picture.</param>
/// <param name="Rmse">Error after the best scale and shift, over the deviation of the truth.</param>
/// <param name="Ordinal">Share of pairs in the wrong order; null where no two pixels differ enough.</param>
/// <param name="Pairs">Pairs that counted.</param>
internal sealed record DepthFigure(string Name, double Rmse, double? Ordinal, int Pairs);
