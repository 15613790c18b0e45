using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>Says what was understood, in the language of the words.</summary>
/// <param name="text">The text.</param>
/// <param name="lexicon">The lexicon of its language, which has the sentences.</param>
internal sealed class ResultWriter(NormalizedText text, Lexicon lexicon)
{
    /// <summary>The stretches that mean something; neighbours that say the same are one.</summary>
    /// <param name="statements">What they say.</param>
    public List<UnderstoodWords> Understood(IEnumerable<Statement> statements)
    {
        List<UnderstoodWords> understood = [];
        Statement? last = null;
        foreach (Statement statement in statements)
        {
            bool continues = last is not null && last.Row.Length > 0 && last.Row == statement.Row && last.IsNegation == statement.IsNegation;
            if (continues)
                understood.RemoveAt(understood.Count - 1);
            int from = continues ? last!.Start : statement.Start;
            (int start, int length) = text.OriginalSpan(from, statement.End);
            understood.Add(new(text.Original.Substring(start, length), start, length, [.. statement.Patch.Members.Select(member => member.Path)]));
            last = statement with { Start = from };
        }

        return understood;
    }

    /// <summary>The stretches that change nothing.</summary>
    /// <param name="stretches">Where they are, and why.</param>
    public List<IgnoredWords> Ignored(IEnumerable<(int Start, int End, IgnoredReason Reason)> stretches)
    {
        List<IgnoredWords> ignored = [];
        foreach ((int from, int end, IgnoredReason reason) in stretches.OrderBy(stretch => stretch.Start))
        {
            (int start, int length) = text.OriginalSpan(from, end);
            string words = text.Original.Substring(start, length);
            ignored.Add(new(words, start, length, Sentence($"ignored:{SettingSpelling.Of(reason)}", words)));
        }

        return ignored;
    }

    /// <summary>A sentence for each member, in the order of the catalogue, then what was left out and what a focal length does.</summary>
    /// <param name="settings">What was understood.</param>
    /// <param name="statements">What the text says.</param>
    public List<string> Explain(SettingsPatch settings, IReadOnlyList<Statement> statements)
    {
        List<string> sentences = [];
        foreach (SettingDescription member in settings.Members)
            sentences.Add(Explain(member, settings[member.Path]!.Value));

        foreach (Statement negation in statements.Where(statement => statement.IsNegation))
        {
            (int start, int length) = text.OriginalSpan(negation.Start, negation.End);
            sentences.Add(Sentence("note:removed", text.Original.Substring(start, length)));
        }

        if (statements.LastOrDefault(statement => statement.FocalLength is not null)?.FocalLength is { } focal)
            sentences.Add(Sentence("note:focalLength", SettingValue.FromNumber(focal).ToString()));
        if (sentences.Count == 0)
            sentences.Add(Sentence("note:nothing", ""));
        return sentences;
    }

    private string Explain(SettingDescription member, SettingValue value)
    {
        if (member.Kind == SettingKind.FocusTarget)
            return ExplainTarget(member, FocusTarget.Parse(value.Text));

        string shown = value.ToString();
        string? special = lexicon.Text($"{member.Path}:{shown}");
        if (special is null && value.Kind == SettingValueKind.Number && value.Number < 0)
            special = lexicon.Text($"{member.Path}:-");
        return Fill(special ?? lexicon.Text(member.Path) ?? $"{SettingTexts.ForLanguage(lexicon.Language).Title(member)}: {{0}}", shown);
    }

    private string ExplainTarget(SettingDescription member, FocusTarget target)
    {
        string shown = target.Kind switch
        {
            FocusTargetKind.Text => target.Words,
            FocusTargetKind.Distance => SettingValue.FromNumber(target.Metres).ToString(),
            _ => target.ToString(),
        };
        return Sentence($"{member.Path}:{SettingSpelling.Of(target.Kind)}", shown);
    }

    private string Sentence(string key, string filling) =>
        Fill(lexicon.Text(key) ?? throw new InvalidOperationException($"The lexicon of {lexicon.Language} has no sentence {key}."), filling);

    private static string Fill(string sentence, string filling) => sentence.Replace("{0}", filling, StringComparison.Ordinal);
}
