namespace GenRefocus.Optics;

/// <summary>Fills the weights of one row of a picture.</summary>
/// <param name="y">Row of the picture.</param>
/// <param name="weights">One weight a pixel.</param>
internal delegate void RowWeights(int y, Span<uint> weights);
