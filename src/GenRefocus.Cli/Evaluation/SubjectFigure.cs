namespace GenRefocus.Cli;

/// <summary>How well a picture's subject was found.</summary>
/// <param name="Name">The picture.</param>
/// <param name="Class">Its class; null where the list gives none.</param>
/// <param name="Iou">Intersection over union with the true mask.</param>
internal sealed record SubjectFigure(string Name, string? Class, double Iou);
