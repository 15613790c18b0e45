using System.Text;
using System.Text.Json;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Server;

/// <summary>Settings of a request.</summary>
internal static class SettingsReader
{
    private const string View = "output.view", Quality = "output.quality";

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="SettingsException">A setting is refused.</exception>
    public static RefocusRequest Read(JsonElement? settings, string? view, string? quality)
    {
        SettingsPatch patch = settings is { ValueKind: not JsonValueKind.Undefined } given
            ? SettingsDocument.Parse(Encoding.UTF8.GetBytes(given.GetRawText())).Patch
            : SettingsPatch.Empty;
        if (view is not null)
            patch = patch.With(View, SettingValue.FromText(view));
        if (quality is not null)
            patch = patch.With(Quality, SettingValue.FromText(quality));
        RefocusRequest request = RefocusRequest.FromPatch(patch);
        FeatureCheck.Check(request.Settings, RefocusPipeline.Features);
        return request;
    }
}
