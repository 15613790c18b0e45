using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>The engine's whole result for a token, shared by all tiles.</summary>
/// <param name="Area">What it covers, in the layer's pixels.</param>
/// <param name="Pixels">Its pixels, red first, rows close together.</param>
internal sealed record RefocusedPicture(RectInt32 Area, byte[] Pixels)
{
    private const int BytesPerPixel = 4;

    /// <summary>Whether a tile lies in it altogether.</summary>
    public bool Covers(RectInt32 tile) => tile.Left >= Area.Left && tile.Top >= Area.Top && tile.Right <= Area.Right && tile.Bottom <= Area.Bottom;

    /// <summary>Pixels of a row.</summary>
    /// <param name="x">The first, in the layer's pixels.</param>
    /// <param name="y">The row, in the layer's pixels.</param>
    /// <param name="count">How many.</param>
    public ReadOnlySpan<byte> Row(int x, int y, int count) =>
        Pixels.AsSpan((((y - Area.Top) * Area.Width) + (x - Area.Left)) * BytesPerPixel, count * BytesPerPixel);
}
