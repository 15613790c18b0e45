using System.CommandLine;
using GenRefocus.Words;

namespace GenRefocus.Cli;

/// <summary><c>--language</c>: the language of words, and of what is said about them.</summary>
internal sealed class WordsLanguageOption
{
    private readonly Option<string> _option = new("--language")
    {
        HelpName = "en|de|es|fr|ko|ja|zh",
        Description = "The language of the words and of what is said about them; found from them, then from the system's language, when not given.",
    };

    /// <summary>Adds the flag to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command) => command.Add(_option);

    /// <summary>Reads the flag.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <returns>One of <see cref="WordsLanguages.All"/>; <see langword="null"/> to find it.</returns>
    /// <exception cref="CliException">There is no such language.</exception>
    public string? Read(ParseResult parsed)
    {
        string? language = parsed.GetValue(_option);
        string? known = WordsLanguages.Find(language);
        return language is null || known is not null
            ? known
            : throw new CliException(ExitCode.Usage, $"--language: \"{language}\" is not one of {string.Join(", ", WordsLanguages.All)}");
    }
}
