namespace GenRefocus.Optics;

/// <summary>
/// The kernels of one aperture for every radius from 0 to a largest one in steps of 1/8 px. Immutable, so that any number of threads may read it.
/// </summary>
public sealed class KernelTable
{
    /// <summary>Kernels per pixel of radius.</summary>
    public const int StepsPerPixel = 8;

    /// <summary>Below this radius in pixels a kernel is <see cref="DeltaKernel.Identity"/>: what is in focus stays as it is, bit for bit.</summary>
    public const float IdentityRadius = 0.1f;

    /// <summary>The largest radius in pixels that a table can hold.</summary>
    public const float LargestRadius = 512f;

    private readonly DeltaKernel[] _far;
    private readonly DeltaKernel[] _near;

    private KernelTable(float maxRadius, DeltaKernel[] far, DeltaKernel[] near)
    {
        MaxRadius = maxRadius;
        _far = far;
        _near = near;
        foreach (DeltaKernel kernel in far)
            MaxHalfWidth = Math.Max(MaxHalfWidth, kernel.Radius);
    }

    /// <summary>The largest radius in pixels that has a kernel.</summary>
    public float MaxRadius { get; }

    /// <summary>
    /// The largest <see cref="DeltaKernel.Radius"/> of the table in pixels: how far a source can reach. Above ⌈<see cref="MaxRadius"/> + ½⌉ only for an
    /// aperture picture with light in its corners that is turned.
    /// </summary>
    public int MaxHalfWidth { get; }

    /// <summary>Number of kernels; valid indices are 0 to Count − 1.</summary>
    public int Count => _far.Length;

    /// <summary>Index of the kernel nearest to a radius: round(8·r).</summary>
    /// <param name="radius">Radius in pixels, 0 or more.</param>
    public static int IndexOf(float radius) => (int)((radius * StepsPerPixel) + 0.5f);

    /// <summary>The kernel of something behind the focus: the aperture as it stands.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1, from <see cref="IndexOf"/>.</param>
    public DeltaKernel Far(int index) => _far[index];

    /// <summary>
    /// The kernel of something in front of the focus: the aperture turned by 180°; the same instance as <see cref="Far"/> where that changes nothing.
    /// </summary>
    /// <param name="index">0 to <see cref="Count"/> − 1, from <see cref="IndexOf"/>.</param>
    public DeltaKernel Near(int index) => _near[index];

    /// <summary>Rasterises an aperture at every radius.</summary>
    /// <param name="aperture">What to rasterise.</param>
    /// <param name="maxRadius">Largest radius in pixels, 0 to <see cref="LargestRadius"/>.</param>
    /// <param name="threads">Degree of parallelism, 1 or more; the kernels do not depend on it.</param>
    /// <param name="cancellationToken">Stops the work between kernels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The radius or the number of threads is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static KernelTable Create(Aperture aperture, float maxRadius, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(aperture);
        if (!(maxRadius >= 0 && maxRadius <= LargestRadius))
            throw new ArgumentOutOfRangeException(nameof(maxRadius), maxRadius, $"A kernel's radius must be 0 to {LargestRadius} px.");
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);

        DeltaKernel[] far = new DeltaKernel[(int)MathF.Ceiling(maxRadius * StepsPerPixel) + 1];
        DeltaKernel[] near = aperture.IsPointSymmetric ? far : new DeltaKernel[far.Length];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };

        // The longest work first, or one thread ends with the largest kernels while the others wait.
        Parallel.For(0, far.Length, options, () => new KernelRasterizer(aperture), (step, _, rasterizer) =>
        {
            int index = far.Length - 1 - step;
            DeltaKernel kernel = rasterizer.Rasterize((float)index / StepsPerPixel);
            far[index] = kernel;
            if (near != far)
                near[index] = kernel == DeltaKernel.Identity ? kernel : kernel.Turned();
            return rasterizer;
        }, static _ => { });
        return new KernelTable(maxRadius, far, near);
    }
}
