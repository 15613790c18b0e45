namespace GenRefocus.Rendering;

/// <summary>Where one kernel lies in <see cref="FlatKernels"/>.</summary>
/// <param name="Radius">Half-height in rows.</param>
/// <param name="CentreRow">Index of the centre row in the table of row starts.</param>
internal readonly record struct FlatKernel(int Radius, int CentreRow);
