using System.CommandLine;
using System.CommandLine.Help;

namespace GenRefocus.Cli;

/// <summary>The verbs.</summary>
internal static class CommandTree
{
    private const string Description = "Changes where a photo is focused and how its lens drew the blur, after the shot.";

    /// <summary>A word that starts with @ is a file's name like any other, and -abc is no bundle of flags.</summary>
    public static ParserConfiguration ParserConfiguration { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Errors and signals are ours.</summary>
    public static InvocationConfiguration InvocationConfiguration { get; } = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    /// <summary>Makes the tree.</summary>
    /// <param name="args">The command line; only the verb that it names gets its flags, as their texts take time to load.</param>
    /// <param name="cancellation">Ends a verb.</param>
    /// <returns>The root.</returns>
    public static RootCommand Make(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        RootCommand root = new(Description);
        Add(root, RefocusCommand.Name, RefocusCommand.Description, args, command => RefocusCommand.Fill(command, cancellation));
        Add(root, DepthCommand.Name, DepthCommand.Description, args, command => DepthCommand.Fill(command, cancellation));
        Add(root, DeblurCommand.Name, DeblurCommand.Description, args, command => DeblurCommand.Fill(command, cancellation));
        Add(root, InfoCommand.Name, InfoCommand.Description, args, command => InfoCommand.Fill(command, cancellation));
        Add(root, PromptCommand.Name, PromptCommand.Description, args, PromptCommand.Fill);
        Add(root, DoctorCommand.Name, DoctorCommand.Description, args, command => DoctorCommand.Fill(command, cancellation));
        Add(root, BenchCommand.Name, BenchCommand.Description, args, command => BenchCommand.Fill(command, cancellation));
        Add(root, EvalCommand.Name, EvalCommand.Description, args, command => EvalCommand.Fill(command, cancellation));
        Add(root, CheckHostCommand.Name, CheckHostCommand.Description, args, CheckHostCommand.Fill);
        Add(root, ServeCommand.Name, ServeCommand.Description, args, command => ServeCommand.Fill(command, cancellation));

        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExitCodes((HelpAction)help.Action!);
        return root;
    }

    private static void Add(RootCommand root, string name, string description, IReadOnlyList<string> args, Action<Command> fill)
    {
        Command command = new(name, description);
        if (args.Contains(name))
            fill(command);
        root.Add(command);
    }
}
