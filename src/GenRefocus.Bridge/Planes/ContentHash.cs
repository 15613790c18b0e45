using System.Security.Cryptography;
using System.Text;

namespace GenRefocus.Bridge;

/// <summary>The hash by which a picture's content is known; <c>docs/bridge-protocol.md</c>, section 3.3.</summary>
public sealed class ContentHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Begins a plane; its rows follow.</summary>
    /// <param name="plane">The plane.</param>
    public void Begin(PlaneInfo plane)
    {
        ArgumentNullException.ThrowIfNull(plane);
        _hash.AppendData(Encoding.ASCII.GetBytes(plane.HashLine()));
    }

    /// <summary>Adds rows without padding.</summary>
    /// <param name="rows">Their bytes.</param>
    public void Add(ReadOnlySpan<byte> rows) => _hash.AppendData(rows);

    /// <summary>Ends it.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    /// <summary>The hash of one plane.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="bytes">All its bytes, padding included.</param>
    public static string Of(PlaneInfo plane, ReadOnlySpan<byte> bytes)
    {
        using ContentHash hash = new();
        hash.Begin(plane);
        if (plane.Stride == plane.RowBytes)
        {
            hash.Add(bytes[..(int)plane.ByteLength]);
        }
        else
        {
            for (int y = 0; y < plane.Height; y++)
                hash.Add(bytes.Slice(checked(y * plane.Stride), plane.RowBytes));
        }

        return hash.Finish();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
