using GenRefocus.Imaging;

namespace GenRefocus.Vision;

/// <summary>How near each part of a picture is. Owns its plane.</summary>
public sealed class DepthEstimate : IDisposable
{
    /// <summary>Takes over a plane.</summary>
    /// <param name="disparity">Finite disparities of any size with the picture's content, larger is nearer.</param>
    /// <param name="scale">Their unit.</param>
    public DepthEstimate(Plane<float> disparity, DepthScale scale)
    {
        ArgumentNullException.ThrowIfNull(disparity);
        Disparity = disparity;
        Scale = scale;
    }

    /// <summary>Disparity, larger is nearer; mostly smaller than the picture.</summary>
    public Plane<float> Disparity { get; }

    /// <summary>Unit of <see cref="Disparity"/>.</summary>
    public DepthScale Scale { get; }

    /// <summary>Id of the network's card; null when no network was involved.</summary>
    public string? ModelId { get; init; }

    /// <summary>SHA-256 of the network's file, 64 lower-case hexadecimal digits; null when no network was involved.</summary>
    public string? ModelSha256 { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Disparity.Dispose();
}
