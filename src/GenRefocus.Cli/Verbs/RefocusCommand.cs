using System.CommandLine;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary><c>refocus IN -o OUT</c>: draws the photo with another focus and another lens.</summary>
internal static class RefocusCommand
{
    public const string Name = "refocus";

    public const string Description = "Draws a photo with another focus and another lens.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        CommonOptions common = new();
        OutputOptions output = new(fixedFormat: null);
        LayerOptions layers = new();
        SettingOptions settings = new(SettingsCatalog.All);
        common.AddTo(command);
        output.AddTo(command);
        layers.AddTo(command);
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            CommonArguments arguments = common.Read(parsed);
            (SettingsPatch patch, PromptLayer words) = layers.Read(parsed, settings.Read(parsed));
            RefocusRequest request = RefocusRequest.FromPatch(patch);
            OutputTarget target = output.Read(parsed, arguments, SettingFiles.Of(request.Settings, layers.SettingsFile(parsed)));
            return RefocusRun.Execute(arguments, request, words, target, cancellation);
        });
    }
}
