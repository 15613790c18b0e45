using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Engine;

/// <summary>
/// The signed radius of the circle of confusion as colour: black is sharp, orange is nearer than the focus, blue is farther; full colour = the largest radius.
/// </summary>
internal static class DefocusView
{
    // Linear light; about equally bright.
    private static readonly Vector3 Near = new(1f, 0.28f, 0.02f);
    private static readonly Vector3 Far = new(0.03f, 0.33f, 1f);

    /// <summary>Draws.</summary>
    public static LinearImage Draw(DefocusMap map, int threads, CancellationToken cancellationToken)
    {
        float scale = map.LargestRadius > 0 ? 1 / map.LargestRadius : 0;
        return ViewPainter.Paint(map.SignedRadius.Width, map.SignedRadius.Height, threads, (y, row) =>
        {
            ReadOnlySpan<float> radii = map.SignedRadius.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                // Squared, because the eye takes the square root of light for its brightness.
                float share = radii[x] * scale;
                row[x] = new Vector4((share > 0 ? Near : Far) * share * share, 1);
            }
        }, cancellationToken);
    }
}
