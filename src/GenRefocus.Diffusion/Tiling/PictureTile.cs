using GenRefocus.Rendering;

namespace GenRefocus.Diffusion;

/// <summary>A part of a picture that is worked on at once.</summary>
/// <param name="Core">The pixels that the tile answers for.</param>
/// <param name="Whole">The core and what the network sees around it, inside the picture.</param>
/// <param name="Columns">Columns that the network gets: those of <paramref name="Whole"/>, filled up to a multiple with the last one.</param>
/// <param name="Rows">Rows that the network gets, filled up likewise.</param>
public readonly record struct PictureTile(PixelRegion Core, PixelRegion Whole, int Columns, int Rows);
