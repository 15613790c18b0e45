using System.Numerics;
using System.Runtime.InteropServices;
using GenRefocus.Imaging;

namespace GenRefocus.Diffusion;

/// <summary>Between a picture in linear light and the three planes of encoded values, 0 … 1, that a network takes.</summary>
internal static class EncodedTile
{
    public const int Channels = 3;

    private const float Scale = 1f / ushort.MaxValue;

    /// <summary>Encodes a tile. The network sees the colour itself, not its product with alpha; what is wholly transparent is black.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="tile">The tile.</param>
    /// <returns>Red, green and blue, each <see cref="PictureTile.Rows"/> × <see cref="PictureTile.Columns"/>; filled up with the last column and row.</returns>
    public static float[] Encode(LinearImage picture, PictureTile tile)
    {
        int area = tile.Columns * tile.Rows;
        float[] values = new float[Channels * area];
        Vector4[] pixels = new Vector4[tile.Whole.Width];
        ushort[] codes = new ushort[4 * tile.Whole.Width];
        for (int y = 0; y < tile.Rows; y++)
        {
            if (y >= tile.Whole.Height)
            {
                for (int c = 0; c < Channels; c++)
                    values.AsSpan((c * area) + ((y - 1) * tile.Columns), tile.Columns).CopyTo(values.AsSpan((c * area) + (y * tile.Columns)));
                continue;
            }

            picture.Row(tile.Whole.Y + y).Slice(tile.Whole.X, tile.Whole.Width).CopyTo(pixels);
            foreach (ref Vector4 pixel in pixels.AsSpan())
                pixel = LinearImage.Straight(pixel);
            SrgbTransfer.Encode16(MemoryMarshal.Cast<Vector4, float>(pixels), codes);
            for (int c = 0; c < Channels; c++)
            {
                Span<float> row = values.AsSpan((c * area) + (y * tile.Columns), tile.Columns);
                for (int x = 0; x < pixels.Length; x++)
                    row[x] = codes[(4 * x) + c] * Scale;
                row[pixels.Length..].Fill(row[pixels.Length - 1]);
            }
        }

        return values;
    }

    /// <summary>A pixel's colour.</summary>
    /// <param name="planes">Red, green and blue.</param>
    /// <param name="at">The pixel.</param>
    /// <param name="area">Pixels of a plane.</param>
    private static Vector3 Colour(float[] planes, int at, int area) => new(planes[at], planes[area + at], planes[(2 * area) + at]);

    /// <summary>
    /// Adds to a pixel what a network changed, as the difference of linear values: what the network left alone keeps every bit, and so does light beyond white.
    /// </summary>
    /// <param name="pixel">The pixel, premultiplied.</param>
    /// <param name="before">Its encoded colour.</param>
    /// <param name="after">The colour that the network wants, encoded.</param>
    /// <param name="share">How much of the change is wanted, 0 … 1.</param>
    /// <param name="decode">Linear values of the 65,536 codes.</param>
    private static Vector4 Changed(Vector4 pixel, Vector3 before, Vector3 after, float share, ReadOnlySpan<float> decode)
    {
        Vector3 wanted = Vector3.Clamp(before + (share * (after - before)), Vector3.Zero, Vector3.One);
        Vector3 difference = Linear(wanted, decode) - Linear(before, decode);
        return pixel + new Vector4(difference * pixel.W, 0);
    }

    /// <summary>Brings what a network made of a tile into the tile's core.</summary>
    /// <param name="before">What it was given, encoded.</param>
    /// <param name="after">What it wants, encoded.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="shares">Fills the shares, 0 … 1, of a row of the core: the row in the tile, and as many values as the core has columns.</param>
    /// <param name="picture">The whole picture; a pixel whose share is 0 keeps every bit.</param>
    public static void Mix(float[] before, float[] after, PictureTile tile, Action<int, Span<float>> shares, LinearImage picture)
    {
        ReadOnlySpan<float> decode = ToneCurve.Srgb.Decode16;
        int area = tile.Columns * tile.Rows, left = tile.Core.X - tile.Whole.X, top = tile.Core.Y - tile.Whole.Y;
        float[] share = new float[tile.Core.Width];
        for (int y = 0; y < tile.Core.Height; y++)
        {
            shares(top + y, share);
            Span<Vector4> row = picture.Row(tile.Core.Y + y).Slice(tile.Core.X, tile.Core.Width);
            int at = ((top + y) * tile.Columns) + left;
            for (int x = 0; x < row.Length; x++, at++)
            {
                if (share[x] > 0)
                    row[x] = Changed(row[x], Colour(before, at, area), Colour(after, at, area), share[x], decode);
            }
        }
    }

    private static Vector3 Linear(Vector3 encoded, ReadOnlySpan<float> decode) =>
        new(Linear(encoded.X, decode), Linear(encoded.Y, decode), Linear(encoded.Z, decode));

    private static float Linear(float encoded, ReadOnlySpan<float> decode) => decode[(int)((encoded * ushort.MaxValue) + 0.5f)];
}
