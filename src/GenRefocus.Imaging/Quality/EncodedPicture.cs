using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRefocus.Imaging;

/// <summary>A picture as quality is measured: sRGB-encoded planes of 0 … 1, not rounded to 8 bits. What is beyond black and white is clipped, alpha is taken out. Owns its planes.</summary>
public sealed class EncodedPicture : IDisposable
{
    // Rec. 709, on encoded values.
    private const float RedShare = 0.2126f, GreenShare = 0.7152f, BlueShare = 0.0722f;
    private const float Scale = 1f / ushort.MaxValue;

    /// <summary>Encodes a picture.</summary>
    /// <param name="picture">Linear and premultiplied.</param>
    /// <param name="threads">Threads at most, 1 or more; the values do not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public EncodedPicture(LinearImage picture, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        (Red, Green, Blue, Luma) = (Like(picture), Like(picture), Like(picture), Like(picture));
        try
        {
            RowParallel.For(picture.Height, threads, (from, to) =>
            {
                using Plane<Vector4> pixels = new(picture.Width, 1);
                using Plane<ushort> codes = new(4 * picture.Width, 1);
                for (int y = from; y < to; y++)
                    EncodeRow(picture.Row(y), pixels.Row(0), codes.Row(0), y);
            }, cancellationToken);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Columns.</summary>
    public int Width => Red.Width;

    /// <summary>Rows.</summary>
    public int Height => Red.Height;

    /// <summary>Red, 0 … 1.</summary>
    public Plane<float> Red { get; }

    /// <summary>Green, 0 … 1.</summary>
    public Plane<float> Green { get; }

    /// <summary>Blue, 0 … 1.</summary>
    public Plane<float> Blue { get; }

    /// <summary>Rec. 709 luma of the encoded values.</summary>
    public Plane<float> Luma { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Red.Dispose();
        Green.Dispose();
        Blue.Dispose();
        Luma.Dispose();
    }

    private static Plane<float> Like(LinearImage picture) => new(picture.Width, picture.Height);

    private void EncodeRow(ReadOnlySpan<Vector4> source, Span<Vector4> pixels, Span<ushort> codes, int y)
    {
        for (int x = 0; x < source.Length; x++)
            pixels[x] = LinearImage.Straight(source[x]);
        SrgbTransfer.Encode16(MemoryMarshal.Cast<Vector4, float>(pixels), codes);
        Span<float> red = Red.Row(y), green = Green.Row(y), blue = Blue.Row(y), luma = Luma.Row(y);
        for (int x = 0; x < red.Length; x++)
        {
            red[x] = codes[4 * x] * Scale;
            green[x] = codes[(4 * x) + 1] * Scale;
            blue[x] = codes[(4 * x) + 2] * Scale;
            luma[x] = (RedShare * red[x]) + (GreenShare * green[x]) + (BlueShare * blue[x]);
        }
    }
}
