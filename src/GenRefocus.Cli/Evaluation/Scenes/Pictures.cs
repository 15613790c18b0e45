using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>Reads pictures to measure with.</summary>
internal static class Pictures
{
    /// <summary>Reads a picture as linear light.</summary>
    /// <param name="path">The file.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The picture; the caller disposes of it.</returns>
    public static LinearImage Read(string path, int threads, CancellationToken cancellation)
    {
        using Photo photo = PhotoReader.Read(path, new PhotoReadOptions { Threads = threads }, cancellation);
        return photo.ToLinear(threads, cancellation);
    }

    /// <summary>Rounds an opaque picture to 8 bits, as a file would.</summary>
    /// <param name="picture">The picture; it is changed.</param>
    public static void Round(LinearImage picture)
    {
        byte[] codes = new byte[4 * picture.Width];
        for (int y = 0; y < picture.Height; y++)
        {
            Span<float> row = MemoryMarshal.Cast<Vector4, float>(picture.Row(y));
            SrgbTransfer.Encode8(row, codes);
            SrgbTransfer.Decode8(codes, row);
        }
    }
}
