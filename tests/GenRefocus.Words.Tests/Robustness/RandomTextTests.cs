using System.Diagnostics;
using System.Text;
using GenRefocus.Settings;

namespace GenRefocus.Words.Tests;

/// <summary>Whatever is typed, the result is valid.</summary>
public sealed class RandomTextTests(ITestOutputHelper output)
{
    private const int Texts = 100_000;
    private const int LongTexts = 200;

    // The fastest of some runs is the one that nothing else on the machine held up.
    private const int Repeats = 3;

    // The lexicons' own words, so that random texts also make sense here and there.
    private static readonly string[] Words = [.. WordsLanguages.All.SelectMany(Sentence.Of).SelectMany(sentence => sentence.Text.Split(' ')).Distinct()];

    [Fact]
    public void Random_texts_give_valid_results()
    {
        Random random = new(18);
        long start = Stopwatch.GetTimestamp();
        for (int count = 0; count < Texts; count++)
            Check(MakeText(random, random.Next(40)), random);
        output.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds / Texts:0.000} ms a text");
    }

    [Fact]
    public void The_longest_texts_give_valid_results()
    {
        // What a program's first text costs beyond is the loading of the lexicons.
        foreach (string language in WordsLanguages.All)
            WordsInterpreter.Interpret("x", new() { Language = language });
        Random random = new(81);
        double worst = 0;
        for (int count = 0; count < LongTexts; count++)
        {
            string text = MakeText(random, RefocusSettings.MaxPromptLength);
            text = text[..Math.Min(text.Length, RefocusSettings.MaxPromptLength)];
            worst = Math.Max(worst, Enumerable.Range(0, Repeats).Min(_ => Milliseconds(text)));
            Check(text, random);
        }

        output.WriteLine($"the slowest took {worst:0.0} ms");
    }

    private static double Milliseconds(string text)
    {
        long start = Stopwatch.GetTimestamp();
        WordsInterpreter.Interpret(text, new() { HasTextMask = true });
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Check(string text, Random random)
    {
        string? language = random.Next(2) == 0 ? null : WordsLanguages.All[random.Next(WordsLanguages.All.Count)];
        WordsResult result = WordsInterpreter.Interpret(text, new() { Language = language, HasTextMask = random.Next(2) == 0 });

        // Building checks every member against its range once more; a patch cannot hold a member twice.
        RefocusSettings settings = result.Settings.Build();
        SettingsCatalog.Validate(settings);
        Assert.Equal(result.Settings.Count, result.Settings.Members.DistinctBy(member => member.Path).Count());
        Assert.All(result.Understood, words => Assert.Equal(words.Text, text.Substring(words.Start, words.Length)));
        Assert.All(result.Ignored, words => Assert.Equal(words.Text, text.Substring(words.Start, words.Length)));
        Assert.NotEmpty(result.Explanation);
    }

    private static string MakeText(Random random, int length)
    {
        StringBuilder text = new();
        while (text.Length < length)
        {
            _ = random.Next(6) switch
            {
                0 => text.Append((char)random.Next(0x10000)),
                1 => text.Append((char)random.Next(' ', '\u0180')),
                2 => text.Append(char.ConvertFromUtf32(random.Next(0x10000, 0x110000))),
                3 => text.Append(random.Next(2000)).Append(random.Next(2) == 0 ? "mm" : "."),
                4 => text.Append(Words[random.Next(Words.Length)]),
                _ => text.Append(Words[random.Next(Words.Length)]).Append(' '),
            };
        }

        return text.ToString();
    }
}
