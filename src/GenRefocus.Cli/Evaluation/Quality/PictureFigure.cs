namespace GenRefocus.Cli;

/// <summary>A picture, made in several ways.</summary>
/// <param name="Set">The set that it belongs to.</param>
/// <param name="Name">The picture.</param>
/// <param name="Methods">The ways; the first one is doing nothing.</param>
internal sealed record PictureFigure(string Set, string Name, IReadOnlyList<MethodFigure> Methods);
