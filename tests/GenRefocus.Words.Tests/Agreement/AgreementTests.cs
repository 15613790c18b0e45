using GenRefocus.Settings;

namespace GenRefocus.Words.Tests;

public sealed class AgreementTests(ITestOutputHelper output)
{
    private const double Bar = 0.95;
    private const int LeastSentences = 40;

    public static TheoryData<string> Languages => [.. WordsLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_mean_what_their_writers_meant(string language)
    {
        IReadOnlyList<Sentence> sentences = Sentence.Of(language);
        Assert.True(sentences.Count >= LeastSentences, $"{sentences.Count} sentences");
        Check(sentences, sentence => WordsInterpreter.Interpret(sentence.Text, new() { Language = language }).Settings);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sentences_mean_the_same_when_the_language_has_to_be_found(string language) =>
        Check(Sentence.Of(language), sentence => WordsInterpreter.Interpret(sentence.Text, new() { Culture = language }).Settings);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Most_languages_are_found_without_a_hint(string language)
    {
        IReadOnlyList<Sentence> sentences = Sentence.Of(language);
        Sentence[] wrong = [.. sentences.Where(sentence => WordsInterpreter.Interpret(sentence.Text).Language != language)];
        output.WriteLine($"{sentences.Count - wrong.Length} of {sentences.Count}");
        Assert.True(wrong.Length <= (1 - Bar) * sentences.Count, string.Join('\n', wrong.Select(sentence => sentence.Text)));
    }

    [Fact]
    public void The_sentences_cover_every_row_in_every_language()
    {
        foreach (string language in WordsLanguages.All)
        {
            IReadOnlyList<Sentence> sentences = Sentence.Of(language);
            foreach (string row in RowTable.Ids.Where(id => id != "polygon"))
            {
                SettingsPatch look = RowTable.Get(row);
                Assert.True(sentences.Any(sentence => look.Members.All(member => sentence.Expected[member.Path] == look[member.Path])), $"{language} has no sentence for {row}");
            }
        }
    }

    private void Check(IReadOnlyList<Sentence> sentences, Func<Sentence, SettingsPatch> interpret)
    {
        List<string> misses = [];
        foreach (Sentence sentence in sentences)
        {
            SettingsPatch found = interpret(sentence);
            if (!found.Equals(sentence.Expected))
                misses.Add($"{sentence.Text}\n    expected {Sentence.Show(sentence.Expected)}\n    found    {Sentence.Show(found)}");
        }

        string report = $"{sentences.Count - misses.Count} of {sentences.Count} agree\n{string.Join('\n', misses)}";
        output.WriteLine(report);
        Assert.True(misses.Count <= (1 - Bar) * sentences.Count, report);
    }
}
