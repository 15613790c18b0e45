using System.CommandLine;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary><c>deblur IN -o OUT</c>: writes the photo with what is soft in it made sharp.</summary>
internal static class DeblurCommand
{
    public const string Name = "deblur";

    public const string Description = "Makes what is out of focus in a photo sharp; what is sharp already keeps every pixel.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        CommonOptions common = new();
        OutputOptions output = new(fixedFormat: null);
        SettingOptions settings = new(SettingsCatalog.All.Where(member => member.Path is SettingPaths.DeblurSteps or SettingPaths.EngineSeed));
        common.AddTo(command);
        output.AddTo(command);
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            CommonArguments arguments = common.Read(parsed);
            RefocusSettings asked = settings.Read(parsed).Build();
            RefocusRequest request = new(asked with { Deblur = asked.Deblur with { Mode = DeblurMode.On } });
            OutputTarget target = output.Read(parsed, arguments, []);
            return DeblurRun.Execute(arguments, request, target, cancellation);
        });
    }
}
