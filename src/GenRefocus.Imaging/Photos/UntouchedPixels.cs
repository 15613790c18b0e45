using System.Numerics;
using System.Runtime.Intrinsics;

namespace GenRefocus.Imaging;

/// <summary>Which pixels of a row equal the decoded original bit for bit.</summary>
/// <param name="pixels">The row.</param>
/// <param name="decoded">The row of the original; empty where there is none, and then no pixel is untouched.</param>
internal readonly ref struct UntouchedPixels(ReadOnlySpan<Vector4> pixels, ReadOnlySpan<Vector4> decoded)
{
    private readonly ReadOnlySpan<Vector4> _pixels = pixels;
    private readonly ReadOnlySpan<Vector4> _decoded = decoded;

    /// <summary>Whether a pixel is untouched.</summary>
    public bool this[int x] => !_decoded.IsEmpty && _pixels[x].AsVector128Bits() == _decoded[x].AsVector128Bits();

    /// <summary>Four pixels at once, where there is an original: four bytes of ones for each that is untouched, else of zeros.</summary>
    /// <param name="x">The first.</param>
    public Vector128<byte> Four(int x)
    {
        Vector128<ushort> first = Vector128.Narrow(Equal(x), Equal(x + 1)), second = Vector128.Narrow(Equal(x + 2), Equal(x + 3));
        return Vector128.Equals(Vector128.Narrow(first, second).AsUInt32(), Vector128<uint>.AllBitsSet).AsByte();
    }

    private Vector128<uint> Equal(int x) => Vector128.Equals(_pixels[x].AsVector128Bits(), _decoded[x].AsVector128Bits());
}
