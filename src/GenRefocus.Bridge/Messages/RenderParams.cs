using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>image/render</c>.</summary>
/// <param name="Image">The image.</param>
/// <param name="Plane">Where the result goes.</param>
public sealed record RenderParams(int Image, PlaneInfo Plane)
{
    /// <summary>The least <see cref="Scale"/>.</summary>
    public const double MinScale = 0.01;

    /// <summary>A settings file's object.</summary>
    public JsonElement? Settings { get; init; }

    /// <summary>Newer wins.</summary>
    public long Generation { get; init; }

    /// <summary>What to render; null for all.</summary>
    public RoiInfo? Roi { get; init; }

    /// <summary>Size of the result beside the rectangle's, <see cref="MinScale"/> … 1; null for 1.</summary>
    public double? Scale { get; init; }

    /// <summary>Overrides <c>output.quality</c>.</summary>
    public string? Quality { get; init; }

    /// <summary>Overrides <c>output.view</c>.</summary>
    public string? View { get; init; }

    /// <summary>Columns or rows of a result.</summary>
    /// <param name="side">Those of the rectangle.</param>
    /// <param name="scale">The scale.</param>
    public static int Scaled(int side, double scale) => Math.Max(1, (int)Math.Round(side * scale, MidpointRounding.ToEven));
}
