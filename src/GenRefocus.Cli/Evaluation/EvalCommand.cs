using System.CommandLine;
using GenRefocus.Diffusion;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary><c>eval</c>: measures how good the networks and the renderer are.</summary>
internal static class EvalCommand
{
    public const string Name = "eval";

    public const string Description = "Measures how good the networks and the renderer are, on pictures whose truth is known.";

    /// <summary>Adds what can be measured.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="cancellation">Ends it.</param>
    public static void Fill(Command command, CancellationToken cancellation)
    {
        Command depth = new("depth", "Compares the depth of a folder's pictures (NAME_rgb.jpg or NAME_aif.jpg) with the true disparity (NAME_disp.png, near bright, 0 = unknown).");
        SettingOptions settings = new([SettingsCatalog.Find(SettingPaths.DepthModel)!]);
        Fill(depth, "The folder.", settings, (parsed, folder, list, arguments) =>
            EvalDepthRun.Execute(folder, list, settings.Read(parsed), arguments, cancellation));
        command.Add(depth);

        Command subject = new("subject", "Compares the subject of photos with masks, white where the subject is.");
        Option<string> masks = new("--masks") { HelpName = "path", Description = "The folder of the masks: NAME.png, or GROUP__NAME.png for the photo GROUP/NAME.jpg.", Required = true };
        subject.Add(masks);
        Fill(subject, "The folder of the photos.", null, (parsed, folder, list, arguments) =>
            EvalSubjectRun.Execute(folder, parsed.GetRequiredValue(masks), list, arguments, cancellation));
        command.Add(subject);
        AddPictures(command, cancellation);
    }

    private static void AddPictures(Command command, CancellationToken cancellation)
    {
        const string data = "The folder of the data, with rgbd, photos and defocus in it; docs/quality.md tells what is looked for.";
        Command deblur = new("deblur", "Compares deblurred pictures with sharp ones: true renders through a lens, blurred photos, focal stacks, and pictures that are sharp already.");
        Fill(deblur, data, new EvalScopeOptions(DeblurCases.Sets, BridgeSchedule.MaxSteps), null, (folder, scope, _, arguments) => EvalDeblurRun.Execute(folder, scope, arguments, cancellation));
        command.Add(deblur);

        Command bokeh = new("bokeh", "Compares what is drawn from sharp pictures and exact depth with true renders through a lens; and what BokehNet makes of it, where it is installed.");
        Fill(bokeh, data, new EvalScopeOptions(EvalBokehRun.All, BokehParameters.MaxSteps), null, (folder, scope, _, arguments) => EvalBokehRun.Execute(folder, scope, arguments, cancellation));
        command.Add(bokeh);

        Command refocus = new("refocus", "Compares pictures with the focus moved with true renders that have it there: deblurred and drawn, each alone, and neither.");
        SettingOptions depth = new([SettingsCatalog.Find(SettingPaths.DepthModel)!]);
        EvalScopeOptions scopes = new(EvalRefocusRun.Sets, BridgeSchedule.MaxSteps);
        Fill(refocus, data, scopes, depth, (folder, scope, patch, arguments) => EvalRefocusRun.Execute(folder, scope, patch, arguments, cancellation));
        command.Add(refocus);
    }

    private static void Fill(
        Command command, string what, EvalScopeOptions scope, SettingOptions? settings, Func<string, EvalScope, SettingsPatch, EvalArguments, int> run)
    {
        scope.AddTo(command);
        Fill(command, what, settings, (parsed, folder, arguments) => run(folder, scope.Read(parsed), settings?.Read(parsed) ?? SettingsPatch.Empty, arguments));
    }

    private static void Fill(Command command, string what, SettingOptions? settings, Func<ParseResult, string, string?, EvalArguments, int> run)
    {
        Option<string> list = new("--list") { HelpName = "path", Description = "A text file that names the pictures to take: a line each, NAME or NAME,CLASS. All when not given." };
        command.Add(list);
        Fill(command, what, settings, (parsed, folder, arguments) => run(parsed, folder, parsed.GetValue(list), arguments));
    }

    private static void Fill(Command command, string what, SettingOptions? settings, Func<ParseResult, string, EvalArguments, int> run)
    {
        Argument<string> folder = new("FOLDER") { Description = what };
        Option<bool> json = new("--json") { Description = "Prints the result as JSON." };
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        ThreadsOption threads = new();
        command.Add(folder);
        settings?.AddTo(command);
        threads.AddTo(command);
        command.Add(json);
        command.Add(quiet);
        command.SetAction(parsed =>
        {
            EngineEnvironment environment = EngineEnvironment.Read();
            EvalArguments arguments = new(threads.Read(parsed, environment), parsed.GetValue(json), parsed.GetValue(quiet), environment);
            return run(parsed, parsed.GetRequiredValue(folder), arguments);
        });
    }
}
