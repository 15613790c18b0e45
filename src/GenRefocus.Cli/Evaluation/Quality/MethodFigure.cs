namespace GenRefocus.Cli;

/// <summary>How good a way to make a picture is.</summary>
/// <param name="Method">The way.</param>
/// <param name="Regions">Figures of the picture and of its parts.</param>
internal sealed record MethodFigure(string Method, IReadOnlyList<QualityFigure> Regions);
