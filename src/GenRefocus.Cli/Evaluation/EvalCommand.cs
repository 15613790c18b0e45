using System.CommandLine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary><c>eval</c>: measures how good the networks are.</summary>
internal static class EvalCommand
{
    public const string Name = "eval";

    public const string Description = "Measures how good the networks are, on pictures whose truth is known.";

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
    }

    private static void Fill(Command command, string what, SettingOptions? settings, Func<ParseResult, string, string?, EvalArguments, int> run)
    {
        Argument<string> folder = new("FOLDER") { Description = what };
        Option<string> list = new("--list") { HelpName = "path", Description = "A text file that names the pictures to take: a line each, NAME or NAME,CLASS. All when not given." };
        Option<bool> json = new("--json") { Description = "Prints the result as JSON." };
        Option<bool> quiet = new("--quiet") { Description = "No progress." };
        ThreadsOption threads = new();
        command.Add(folder);
        command.Add(list);
        settings?.AddTo(command);
        threads.AddTo(command);
        command.Add(json);
        command.Add(quiet);
        command.SetAction(parsed =>
        {
            EngineEnvironment environment = EngineEnvironment.Read();
            EvalArguments arguments = new(threads.Read(parsed, environment), parsed.GetValue(json), parsed.GetValue(quiet), environment);
            return run(parsed, parsed.GetRequiredValue(folder), parsed.GetValue(list), arguments);
        });
    }
}
