using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Engine;

/// <summary>The photo in grey with the zone in focus in green.</summary>
internal static class PeakingView
{
    /// <summary>
    /// A picture seen as a whole is sharp where the diameter of the circle of confusion is at most its diagonal over this (Zeiss's customary 1/1500).
    /// </summary>
    public const double DiagonalShare = 1500;

    // Rec. 709 luminance of linear light.
    private static readonly Vector3 Luminance = new(0.2126f, 0.7152f, 0.0722f);
    private static readonly Vector3 InFocus = new(0.1f, 1f, 0.2f);

    /// <summary>The largest radius in pixels that counts as in focus.</summary>
    public static double SharpRadius(int width, int height) => Math.Sqrt(((double)width * width) + ((double)height * height)) / DiagonalShare / 2;

    /// <summary>Draws.</summary>
    public static LinearImage Draw(LinearImage photo, DefocusMap map, int threads, CancellationToken cancellationToken)
    {
        float sharp = (float)SharpRadius(photo.Width, photo.Height);
        return ViewPainter.Paint(photo.Width, photo.Height, threads, (y, row) =>
        {
            ReadOnlySpan<Vector4> pixels = photo.Row(y);
            ReadOnlySpan<float> radii = map.SignedRadius.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                Vector3 grey = new(Vector3.Dot(pixels[x].AsVector3(), Luminance));
                Vector3 shown = Math.Abs(radii[x]) <= sharp ? Vector3.Lerp(grey, InFocus * pixels[x].W, 0.4f) : grey;
                row[x] = new Vector4(shown, pixels[x].W);
            }
        }, cancellationToken);
    }
}
