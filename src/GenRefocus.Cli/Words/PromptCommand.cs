using System.CommandLine;

namespace GenRefocus.Cli;

/// <summary><c>prompt "…"</c>: what is understood of words.</summary>
internal static class PromptCommand
{
    public const string Name = "prompt";

    public const string Description = "Says what is understood of words about the blur, in English, German, Spanish, French, Korean, Japanese or Chinese.";

    /// <summary>Adds flags and action.</summary>
    /// <param name="command">The verb.</param>
    public static void Fill(Command command)
    {
        Argument<string> words = new("WORDS") { Description = "The words, up to 2,000 characters, in quotes." };
        WordsLanguageOption language = new();
        Option<bool> json = new("--json") { Description = "Prints the result as JSON." };
        command.Add(words);
        language.AddTo(command);
        command.Add(json);
        command.SetAction(parsed => PromptRun.Execute(parsed.GetRequiredValue(words), language.Read(parsed), parsed.GetValue(json)));
    }
}
