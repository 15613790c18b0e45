namespace GenRefocus.Imaging;

/// <summary>
/// How a picture is brought to another size. Everywhere a pixel's centre is at +0.5, so that output pixel i of m lies at (i + 0.5)·n/m − 0.5 of n source pixels, and
/// what a filter takes from beyond an edge is left out and the rest scaled up, or the edge pixel repeated, as each says.
/// </summary>
public enum ResampleFilter
{
    /// <summary>Mean of the source area that an output pixel covers, pixels at its border weighted by the covered part; an axis that grows is done as <see cref="Bilinear"/>.</summary>
    Area,

    /// <summary>Two taps an axis, edge pixels repeated, no antialiasing (ONNX Resize "linear", "half_pixel").</summary>
    Bilinear,

    /// <summary>Triangle of half-width max(1, n/m) source pixels, weights renormalised at the edges; when enlarging the same as <see cref="Bilinear"/>.</summary>
    BilinearAntialias,

    /// <summary>Four taps an axis, cubic convolution with a = −0.75 (R. Keys, 1981), edge pixels repeated, no antialiasing (ONNX Resize "cubic", "half_pixel").</summary>
    Bicubic,
}
