using System.CommandLine;
using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary><c>bench render --image F --depth F</c>: draws a photo again and again and prints how long a frame takes.</summary>
internal static class BenchRenderCommand
{
    public const string Name = "render";

    public const string Description =
        "Draws a photo again and again, with depth from a file, and prints how long a frame takes. Takes the settings of refocus; highlights and grain are 0 and "
        + "deblur is off unless given, and never part of a frame.";

    /// <summary>What would hide the cost of the blur alone.</summary>
    private static readonly (string Path, string Value)[] Plain = [("light.highlights", "0"), ("light.grain", "0"), ("deblur.mode", "off")];

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        Option<string> image = new("--image") { HelpName = "path", Description = "The photo.", Required = true };
        Option<string> runs = new("--runs") { HelpName = "number", Description = $"Frames to measure [1 to {RenderBenchmark.MaxRuns}; default {RenderBenchmark.DefaultRuns}]." };
        Option<bool> json = new("--json") { Description = "Prints the result as one JSON object." };
        ThreadsOption threads = new();
        SettingOptions settings = new(SettingsCatalog.All.Where(member => member.Path != SettingPaths.Prompt));
        command.Add(image);
        command.Add(runs);
        threads.AddTo(command);
        command.Add(json);
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            SettingsPatch patch = settings.Read(parsed).Over(PlainPatch());
            int count = parsed.GetValue(runs) is { } text ? ParseRuns(runs.Name, text) : RenderBenchmark.DefaultRuns;
            int most = threads.Read(parsed, EngineEnvironment.Read());
            return BenchRenderRun.Execute(parsed.GetRequiredValue(image), patch.Build(), count, most, parsed.GetValue(json), cancellation);
        });
    }

    private static SettingsPatch PlainPatch() =>
        Plain.Aggregate(SettingsPatch.Empty, (patch, setting) => SettingsFlags.Add(patch, SettingsCatalog.Find(setting.Path)!, setting.Value));

    private static int ParseRuns(string flag, string text) => WholeNumber.TryParse(text, 1, RenderBenchmark.MaxRuns, out int runs)
        ? runs
        : throw new CliException(ExitCode.Usage, $"{flag}: \"{text}\" is no number of runs; 1 to {RenderBenchmark.MaxRuns} is allowed");
}
