using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Optics;

/// <summary>The signed radius of the circle of confusion of every pixel of a picture. Owns its plane.</summary>
public sealed unsafe class DefocusMap : IDisposable
{
    private DefocusMap(Plane<float> signedRadius, float largestRadius)
    {
        SignedRadius = signedRadius;
        LargestRadius = Math.Min(largestRadius, CircleOfConfusion.LargestRadius);
        IsClamped = largestRadius > CircleOfConfusion.LargestRadius;
    }

    /// <summary>Signed radius in pixels, positive = nearer than the focus, within ± <see cref="CircleOfConfusion.LargestRadius"/>.</summary>
    public Plane<float> SignedRadius { get; }

    /// <summary>The largest radius in pixels after limiting.</summary>
    public float LargestRadius { get; }

    /// <summary>Whether a radius was limited to <see cref="CircleOfConfusion.LargestRadius"/>.</summary>
    public bool IsClamped { get; }

    /// <summary>Computes the radius of every pixel.</summary>
    /// <param name="disparity">Finite disparities.</param>
    /// <param name="circle">The function.</param>
    /// <param name="threads">Degree of parallelism, 1 or more; the result does not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DefocusMap Compute(Plane<float> disparity, CircleOfConfusion circle, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        ArgumentNullException.ThrowIfNull(circle);
        Plane<float> radii = new(disparity.Width, disparity.Height);
        try
        {
            float largest = 0;
            Lock gate = new();
            RowParallel.For(disparity.Height, threads, (from, to) =>
            {
                float band = 0;
                for (int y = from; y < to; y++)
                {
                    float* source = disparity.Pointer + ((long)y * disparity.Stride), target = radii.Pointer + ((long)y * radii.Stride);
                    band = Math.Max(band, ComputeRow(source, target, disparity.Width, FocusAt(circle, 0, y), circle));
                }

                lock (gate)
                    largest = Math.Max(largest, band);
            }, cancellationToken);
            return new DefocusMap(radii, largest);
        }
        catch
        {
            radii.Dispose();
            throw;
        }
    }

    /// <summary>Computes the radii of some neighbouring pixels of a row.</summary>
    /// <param name="disparity">Their disparities, finite.</param>
    /// <param name="radii">Receives their signed radii in pixels, limited as those of a map.</param>
    /// <param name="x">Column of the first of them.</param>
    /// <param name="y">Their row.</param>
    /// <param name="circle">The function.</param>
    public static void ComputeRun(ReadOnlySpan<float> disparity, Span<float> radii, int x, int y, CircleOfConfusion circle)
    {
        ArgumentNullException.ThrowIfNull(circle);
        ArgumentOutOfRangeException.ThrowIfLessThan(radii.Length, disparity.Length, nameof(radii));
        fixed (float* source = disparity, target = radii)
            ComputeRow(source, target, disparity.Length, FocusAt(circle, x, y), circle);
    }

    /// <inheritdoc/>
    public void Dispose() => SignedRadius.Dispose();

    private static float FocusAt(CircleOfConfusion circle, int x, int y) =>
        (float)(circle.FocusDisparity + (circle.TiltY * (y + 0.5 - circle.FocusY)) + (circle.TiltX * (x + 0.5 - circle.FocusX)));

    // Returns the largest radius of the row before limiting. Lanes are computed alike whatever their number, so the result does not depend on the processor.
    private static float ComputeRow(float* disparity, float* radii, int width, float focus, CircleOfConfusion circle)
    {
        float half = (float)(circle.Range / 2), width2 = (float)(circle.Softness * circle.Range), tilt = (float)circle.TiltX;
        float near = (float)(circle.K * circle.NearGain), far = (float)(circle.K * circle.FarGain);
        Vector<float> limit = new(CircleOfConfusion.LargestRadius), largest = Vector<float>.Zero;
        int lanes = Vector<float>.Count, x = 0;
        for (; x <= width - lanes; x += lanes)
        {
            Vector<float> offset = Vector.Load(disparity + x) - (new Vector<float>(focus) + (Vector.CreateSequence((float)x, 1f) * tilt));
            Vector<float> beyond = Vector.Max(Vector.Abs(offset) - new Vector<float>(half), Vector<float>.Zero);

            // Where the zone's edge is hard the quotient is not a number, and never chosen.
            Vector<float> eased = Vector.ConditionalSelect(
                Vector.LessThan(beyond, new Vector<float>(width2)), beyond * (beyond / new Vector<float>(2 * width2)), beyond - new Vector<float>(width2 / 2));
            Vector<int> isNear = Vector.GreaterThan(offset, Vector<float>.Zero);
            Vector<float> radius = eased * Vector.ConditionalSelect(isNear, new Vector<float>(near), new Vector<float>(far));
            largest = Vector.Max(largest, radius);
            radius = Vector.Min(radius, limit);
            Vector.Store(Vector.ConditionalSelect(isNear, radius, -radius), radii + x);
        }

        float most = 0;
        for (int lane = 0; lane < lanes; lane++)
            most = Math.Max(most, largest[lane]);
        for (; x < width; x++)
        {
            float offset = disparity[x] - (focus + (x * tilt)), beyond = Math.Max(Math.Abs(offset) - half, 0);
            float eased = beyond < width2 ? beyond * (beyond / (2 * width2)) : beyond - (width2 / 2), radius = eased * (offset > 0 ? near : far);
            most = Math.Max(most, radius);
            radius = Math.Min(radius, CircleOfConfusion.LargestRadius);
            radii[x] = offset > 0 ? radius : -radius;
        }

        return most;
    }
}
