using System.Text;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Server;

/// <summary>Settings of a request.</summary>
internal static class SettingsReader
{
    private const string View = "output.view", Quality = "output.quality";

    /// <summary>Reads and checks them.</summary>
    /// <exception cref="SettingsException">A setting is refused.</exception>
    /// <exception cref="RpcException">The picture of the aperture is too large.</exception>
    public static RefocusRequest Read(JsonElement? settings, string? view, string? quality, BridgeLimits limits)
    {
        SettingsPatch patch = settings is { ValueKind: not JsonValueKind.Undefined } given
            ? SettingsDocument.Parse(Encoding.UTF8.GetBytes(given.GetRawText())).Patch
            : SettingsPatch.Empty;
        CheckAperture(patch, limits);
        if (view is not null)
            patch = patch.With(View, SettingValue.FromText(view));
        if (quality is not null)
            patch = patch.With(Quality, SettingValue.FromText(quality));
        RefocusRequest request = RefocusRequest.FromPatch(patch);
        FeatureCheck.Check(request.Settings, RefocusPipeline.Features);
        return request;
    }

    private static void CheckAperture(SettingsPatch patch, BridgeLimits limits)
    {
        if (patch[SettingPaths.ApertureImage] is not { } image || !ApertureImage.IsEmbedded(image.Text))
            return;
        long bytes = (long)image.Text.Length * 3 / 4;
        if (bytes > limits.ApertureBytes + ApertureImage.Prefix.Length)
            throw new RpcException(RpcCode.Limit, $"The picture of the aperture has {bytes} bytes; at most {limits.ApertureBytes} are allowed. Use a smaller one.", SettingPaths.ApertureImage);
    }
}
