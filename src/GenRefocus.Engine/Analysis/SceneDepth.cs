using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Engine;

/// <summary>Disparity of every pixel of a picture and where it came from. Owns its plane.</summary>
public sealed class SceneDepth : IDisposable
{
    internal SceneDepth(Plane<float> disparity, DisparityUnit unit)
    {
        Disparity = disparity;
        Unit = unit;
    }

    /// <summary>Disparity of the picture's size, finite, larger = nearer.</summary>
    public Plane<float> Disparity { get; }

    /// <summary>Its unit.</summary>
    public DisparityUnit Unit { get; }

    /// <summary>Whether it was read from a file.</summary>
    public bool IsImported { get; init; }

    /// <summary>Whether its edges were repaired.</summary>
    public bool HasRepairedEdges { get; init; }

    /// <summary>Id of the network; null for a file.</summary>
    public string? ModelId { get; init; }

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits; null for a file.</summary>
    public string? ModelSha256 { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Disparity.Dispose();
}
