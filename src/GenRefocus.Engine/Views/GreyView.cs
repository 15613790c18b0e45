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
            // 16 bits are the most that a picture is written with.
            ReadOnlySpan<float> red = encoding.Red.Decode16, green = encoding.Green.Decode16, blue = encoding.Blue.Decode16, values = disparity.Row(y);
            float scale = (float)(ushort.MaxValue / white);
            for (int x = 0; x < row.Length; x++)
            {
                int code = (int)(Math.Clamp(values[x] * scale, 0f, ushort.MaxValue) + 0.5f);
                row[x] = new Vector4(red[code], green[code], blue[code], 1);
            }
        }, cancellationToken);
}
