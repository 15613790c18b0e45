namespace GenRefocus.Bridge;

/// <summary>The subject's place in pixels of the picture.</summary>
/// <param name="X">Its centre's column.</param>
/// <param name="Y">Its centre's row.</param>
/// <param name="Width">Columns; 0 for a point.</param>
/// <param name="Height">Rows; 0 for a point.</param>
public sealed record AreaInfo(double X, double Y, double Width, double Height);
