using GenRefocus.Rendering;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>What a user asks for.</summary>
/// <param name="Settings">Valid settings.</param>
public sealed record RefocusRequest(RefocusSettings Settings)
{
    /// <summary>
    /// Whether the edges of imported depth are repaired where the settings say <c>snap</c>. They are not by default, since repair makes exact depth worse; a
    /// user who names the member for a file wants it.
    /// </summary>
    public bool RepairImportedDepth { get; init; }

    /// <summary>What of the picture is made, in its pixels; null for all. The pixels are those of the whole, bit for bit. The kernel view is always whole.</summary>
    public PixelRegion? Region { get; init; }

    /// <summary>The request of merged sources of settings.</summary>
    /// <param name="patch">What they say.</param>
    /// <exception cref="SettingsException">Members contradict each other.</exception>
    public static RefocusRequest FromPatch(SettingsPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return new RefocusRequest(patch.Build()) { RepairImportedDepth = patch["depth.edges"] is not null };
    }
}
