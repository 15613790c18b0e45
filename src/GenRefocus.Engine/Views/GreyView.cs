using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>Disparity as a grey picture: near is bright, and the written numbers are the disparity, whatever the photo's tone curve.</summary>
internal static class GreyView
{
    /// <summary>Draws.</summary>
    /// <param name="disparity">Disparities.</param>
    /// <param name="white">The disparity that becomes white, above 0; less than 0 becomes black.</param>
    /// <param name="encoding">Tone curves that the picture will be written with.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static LinearImage Draw(Plane<float> disparity, double white, ColourEncoding encoding, int threads, CancellationToken cancellationToken) =>
        ViewPainter.Paint(disparity.Width, disparity.Height, threads, (y, row) =>
        {
            ReadOnlySpan<float> values = disparity.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                double grey = Math.Clamp(values[x] / white, 0, 1);
                row[x] = new Vector4((float)encoding.Red.ToLinear(grey), (float)encoding.Green.ToLinear(grey), (float)encoding.Blue.ToLinear(grey), 1);
            }
        }, cancellationToken);
}
