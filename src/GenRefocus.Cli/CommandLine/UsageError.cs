using System.CommandLine;
using System.CommandLine.Parsing;

namespace GenRefocus.Cli;

/// <summary>Says in one sentence what is wrong with a command line.</summary>
internal static class UsageError
{
    /// <summary>Finds the first error.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <returns>The sentence; <see langword="null"/> when all is well.</returns>
    public static string? Find(ParseResult parsed)
    {
        // Help and version ask for nothing else to be right.
        if (parsed.Action is HelpWithExitCodes)
            return null;

        string seeHelp = $"see genrefocus {string.Join(' ', [.. VerbNames(parsed), "--help"])}";
        if (UnknownFlag(parsed) is { } flag)
        {
            string name = flag.Split('=', 2)[0];
            string? near = Spelling.Closest(name, KnownFlags(parsed.CommandResult));
            return near is null ? $"{name} is no flag of this command; {seeHelp}" : $"{name} is no flag of this command; did you mean {near}?";
        }

        if (parsed.CommandResult.Command.Subcommands.Count > 0)
            return UnknownVerb(parsed, seeHelp);

        return parsed.Errors.Count == 0 ? null : $"{parsed.Errors[0].Message.TrimEnd('.')}; {seeHelp}";
    }

    private static string? UnknownVerb(ParseResult parsed, string seeHelp)
    {
        if (parsed.UnmatchedTokens is not [var verb, ..])
            return parsed.Errors.Count == 0 ? null : $"what shall be done? {seeHelp}";

        string? near = Spelling.Closest(verb, parsed.CommandResult.Command.Subcommands.Select(command => command.Name));
        return near is null ? $"{verb} is no command; {seeHelp}" : $"{verb} is no command; did you mean {near}?";
    }

    // The parser takes a word that looks like a flag but is none for an argument, where an argument fits.
    private static string? UnknownFlag(ParseResult parsed)
    {
        if (parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash))
            return null;

        IEnumerable<string> arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);
        return parsed.UnmatchedTokens.Concat(arguments).FirstOrDefault(word => word.Length > 1 && word[0] == '-');
    }

    private static Stack<string> VerbNames(ParseResult parsed)
    {
        Stack<string> names = [];
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } verb; at = at.Parent)
            names.Push(verb.Command.Name);
        return names;
    }

    private static IEnumerable<string> KnownFlags(CommandResult command) =>
        command.Command.Options.SelectMany(option => (IEnumerable<string>)[option.Name, .. option.Aliases]).Append("--help");
}
