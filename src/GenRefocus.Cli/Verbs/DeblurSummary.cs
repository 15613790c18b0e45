using System.Globalization;
using GenRefocus.Engine;

namespace GenRefocus.Cli;

/// <summary>What <c>deblur --json</c> prints.</summary>
internal sealed record DeblurSummary
{
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Share of the picture that was blurred, 0 … 1.</summary>
    public required double SoftShare { get; init; }

    /// <summary>Diffusion steps.</summary>
    public required int Steps { get; init; }

    /// <summary>Seed of the noise between steps.</summary>
    public required long Seed { get; init; }

    /// <summary>The networks.</summary>
    public required IReadOnlyList<ModelReport> Models { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The same for the photo's XMP packet.</summary>
    public IReadOnlyDictionary<string, string> ToXmpProperties() => new Dictionary<string, string>
    {
        ["Version"] = RefocusPipeline.Version,
        ["SoftShare"] = SoftShare.ToString("R", CultureInfo.InvariantCulture),
        ["DeblurSteps"] = Steps.ToString(CultureInfo.InvariantCulture),
        ["Seed"] = Seed.ToString(CultureInfo.InvariantCulture),
    };
}
