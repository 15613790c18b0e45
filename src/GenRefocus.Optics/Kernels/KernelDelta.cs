namespace GenRefocus.Optics;

/// <summary>
/// One change of weight along a row of a kernel: from column <paramref name="DX"/> on, everything right of it in row <paramref name="DY"/> weighs
/// <paramref name="Weight"/> more than the column before. A prefix sum over a row of such changes gives the kernel's weights.
/// </summary>
/// <param name="DY">Row relative to the source pixel, positive downwards.</param>
/// <param name="DX">Column relative to the source pixel, positive to the right.</param>
/// <param name="Weight">Change of weight; the kernel's weights sum to 1.</param>
public readonly record struct KernelDelta(int DY, int DX, float Weight);
