namespace GenRefocus.Bridge;

/// <summary>A rectangle of a picture in its pixels.</summary>
/// <param name="X">Left column.</param>
/// <param name="Y">Top row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public sealed record RoiInfo(int X, int Y, int Width, int Height)
{
    /// <summary>Whether it has pixels and lies inside a picture.</summary>
    /// <param name="width">The picture's columns.</param>
    /// <param name="height">The picture's rows.</param>
    public bool IsInside(int width, int height) => X >= 0 && Y >= 0 && Width >= 1 && Height >= 1 && Width <= width - X && Height <= height - Y;
}
