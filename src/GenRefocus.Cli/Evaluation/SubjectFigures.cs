namespace GenRefocus.Cli;

/// <summary>What <c>eval subject</c> prints.</summary>
/// <param name="Iou">Mean intersection over union.</param>
/// <param name="Classes">The same for each class.</param>
/// <param name="Pictures">Each picture's.</param>
internal sealed record SubjectFigures(double Iou, IReadOnlyDictionary<string, double> Classes, IReadOnlyList<SubjectFigure> Pictures);
