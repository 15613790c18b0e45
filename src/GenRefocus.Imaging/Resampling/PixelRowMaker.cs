using System.Numerics;

namespace GenRefocus.Imaging;

/// <summary>Makes one row of four-channel pixels.</summary>
/// <param name="y">The row.</param>
/// <param name="row">Receives the pixels; its content is undefined before.</param>
public delegate void PixelRowMaker(int y, Span<Vector4> row);
