using System.CommandLine;
using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary><c>depth IN -o OUT.png</c>: writes the depth of a photo.</summary>
internal static class DepthCommand
{
    public const string Name = "depth";

    public const string Description =
        "Writes the depth of a photo as a 16-bit grey PNG, near bright, which --depth reads back; depth in metres is written in millimetres, for --depth-kind metric.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        CommonOptions common = new();
        OutputOptions output = new(PictureFormat.Png);
        Option<bool> colour = new("--colour") { Description = "Writes a coloured picture to look at instead, which cannot be read back." };
        SettingOptions settings = new(SettingsCatalog.All.Where(member => member.Group == "depth"));
        common.AddTo(command);
        output.AddTo(command);
        command.Add(colour);
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            CommonArguments arguments = common.Read(parsed);
            RefocusRequest request = RefocusRequest.FromPatch(settings.Read(parsed));
            OutputTarget target = output.Read(parsed, arguments, SettingFiles.Of(request.Settings, null));
            return DepthRun.Execute(arguments, request, target, parsed.GetValue(colour), cancellation);
        });
    }
}
