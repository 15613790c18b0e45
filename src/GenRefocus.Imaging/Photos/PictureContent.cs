using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenRefocus.Imaging;

/// <summary>Questions about the pixels of a picture.</summary>
internal static class PictureContent
{
    /// <summary>Whether every pixel has equal red, green and blue.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static bool IsGrey(LinearImage image, int threads, CancellationToken cancellationToken) =>
        !Any(image, static pixel => pixel.X != pixel.Y || pixel.Y != pixel.Z, threads, cancellationToken);

    /// <summary>Whether a pixel is not opaque.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="threads">Threads at most.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public static bool HasAlpha(LinearImage image, int threads, CancellationToken cancellationToken) =>
        Any(image, static pixel => pixel.W < 1, threads, cancellationToken);

    /// <summary>The bits of a pixel: compared as numbers, 0 would equal −0, and NaN not itself.</summary>
    /// <param name="pixel">The pixel.</param>
    public static Vector128<uint> AsVector128Bits(this Vector4 pixel) => pixel.AsVector128().AsUInt32();

    private static bool Any(LinearImage image, Predicate<Vector4> predicate, int threads, CancellationToken cancellationToken)
    {
        int found = 0;
        RowParallel.For(image.Height, threads, (first, end) =>
        {
            for (int y = first; y < end && Volatile.Read(ref found) == 0; y++)
            {
                foreach (Vector4 pixel in image.Row(y))
                {
                    if (!predicate(pixel))
                        continue;
                    Volatile.Write(ref found, 1);
                    break;
                }
            }
        }, cancellationToken);
        return found != 0;
    }
}
