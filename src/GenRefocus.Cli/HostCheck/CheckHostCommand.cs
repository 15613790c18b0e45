using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary><c>check-host [DIR]</c>: whether the Paint.NET plug-in fits the Paint.NET that is installed.</summary>
internal static class CheckHostCommand
{
    public const string Name = "check-host";

    public const string Description = "Compares the Paint.NET plug-in with the Paint.NET that is installed: whether all that it calls is there.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    public static void Fill(Command command)
    {
        Argument<string?> folder = new("DIR") { Arity = ArgumentArity.ZeroOrOne, Description = "The folder of paintdotnet.exe; the installed Paint.NET's when not given." };
        Option<string> plugin = new("--plugin") { HelpName = "file", Description = $"The plug-in; {CheckHostRun.PluginName} beside this program when not given." };
        Option<bool> json = new("--json") { Description = "Prints the result as JSON on standard output." };
        command.Add(folder);
        command.Add(plugin);
        command.Add(json);
        command.SetAction(parsed => CheckHostRun.Execute(parsed.GetValue(folder), parsed.GetValue(plugin), parsed.GetValue(json)));
    }
}
