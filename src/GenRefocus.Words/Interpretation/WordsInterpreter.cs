using System.Globalization;
using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Reads what a user wants the blur to look like, in any of seven languages. No model is used; every phrase stands in a lexicon.</summary>
public static class WordsInterpreter
{
    /// <summary>Reads words.</summary>
    /// <param name="text">The words, at most <see cref="RefocusSettings.MaxPromptLength"/> UTF-16 characters.</param>
    /// <param name="options">How to read them; <see langword="null"/> for the usual way.</param>
    /// <returns>What was understood, what was not, and sentences that say so.</returns>
    /// <exception cref="ArgumentException">The language is not one of <see cref="WordsLanguages.All"/>.</exception>
    /// <exception cref="SettingsException">The text is too long.</exception>
    public static WordsResult Interpret(string text, WordsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new();
        if (options.Language is { } given && !WordsLanguages.All.Contains(given))
            throw new ArgumentException($"{given} is not one of {string.Join(", ", WordsLanguages.All)}.", nameof(options));
        if (text.Length > RefocusSettings.MaxPromptLength)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters; at most {RefocusSettings.MaxPromptLength} are allowed");
            throw new SettingsException(SettingPaths.Prompt, message);
        }

        NormalizedText normalized = NormalizedText.Of(text);
        Lexicon lexicon = LexiconStore.Get(options.Language ?? LanguageDetector.Detect(normalized, WordsLanguages.Find(options.Culture)));
        List<Token> tokens = NumberJoiner.Join(new TokenReader(lexicon).Read(normalized.Text));
        FocusReader focus = new(normalized, options.HasTextMask);
        LookReader looks = new(lexicon.AdjectivesFollow);
        List<Statement> statements = [];
        List<(int Start, int End, IgnoredReason Reason)> ignored = [];
        foreach (IReadOnlyList<Token> words in ClauseSplitter.Split(tokens))
        {
            ClauseReading clause = new(words);
            focus.Read(clause);
            looks.Read(clause);
            clause.IgnoreRest();
            statements.AddRange(clause.Statements.OrderBy(statement => statement.Start));
            ignored.AddRange(clause.Ignored);
        }

        statements = StatementResolver.Resolve(statements);
        SettingsPatch settings = StatementMerger.Merge(statements);
        ResultWriter writer = new(normalized, lexicon);
        return new()
        {
            Language = lexicon.Language,
            Settings = settings,
            Understood = writer.Understood(statements),
            Ignored = writer.Ignored(ignored),
            Explanation = writer.Explain(settings, statements),
        };
    }
}
