using GenRefocus.Settings;

namespace GenRefocus.Words.Tests;

public sealed class RoundTripTests
{
    private const int Patches = 400;

    // Members for which every language has a name.
    private static readonly string[] Named =
    [
        "focus.range", "focus.rangeSoftness", "focus.tilt", "focus.tiltDirection", "blur.fNumber", "blur.strength", "blur.near", "blur.far",
        "aperture.curvature", "aperture.rotation", "aperture.inner", "aperture.catEye", "aperture.bubble", "aperture.anamorphic", "aperture.swirl",
        "aperture.fringing", "aperture.lateralColour", "light.highlights", "light.threshold", "light.bloom", "light.grain",
    ];

    private static readonly string[] Targets =
    [
        "subject", "near", "far", "center", "2.5m", "16.67%,50%", "83.33%,16.67%", "50%,83.33%", "16.67%,83.33%",
    ];

    public static TheoryData<string> Languages => [.. WordsLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_row_comes_back_at_every_intensity(string language)
    {
        foreach (string row in RowTable.Ids)
        {
            Check(RowTable.Get(row), language);
            foreach ((_, double factor) in Intensity.Levels)
                Check(Intensity.Scale(RowTable.Get(row), factor), language);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Any_mixture_of_members_comes_back(string language)
    {
        Random random = new(20250);
        for (int count = 0; count < Patches; count++)
            Check(MakePatch(random), language);
    }

    [Fact]
    public void What_has_no_words_is_named()
    {
        SettingsPatch patch = SettingsPatch.Empty.With("depth.source", SettingValue.FromText("d.png")).With("aperture.shape", SettingValue.FromText("heart"));
        WrittenWords written = SentenceWriter.Write(patch, "fr");
        Assert.Equal("cœurs", written.Text);
        Assert.Equal(["depth.source"], written.Unsaid);
    }

    private static void Check(SettingsPatch patch, string language)
    {
        WrittenWords written = SentenceWriter.Write(patch, language);
        Assert.Empty(written.Unsaid);
        WordsResult read = WordsInterpreter.Interpret(written.Text, new() { Language = language });
        Assert.True(read.Settings.Equals(patch), $"{written.Text}\nexpected {Sentence.Show(patch)}\nfound    {Sentence.Show(read.Settings)}");
        Assert.Empty(read.Ignored);
    }

    private static SettingsPatch MakePatch(Random random)
    {
        SettingsPatch patch = SettingsPatch.Empty;
        foreach (string path in random.GetItems(Named, random.Next(1, 6)))
        {
            NumberSetting member = (NumberSetting)SettingsCatalog.Find(path)!;
            patch = patch.With(member, SettingValue.FromNumber(Math.Round(member.Min + (random.NextDouble() * (member.Max - member.Min)), 2)));
        }

        if (random.Next(2) == 0)
            patch = patch.With("focus.target", SettingValue.FromText(random.GetItems(Targets, 1)[0]));
        if (random.Next(3) == 0)
            patch = patch.With("aperture.shape", SettingValue.FromText("polygon")).With("aperture.blades", SettingValue.FromInteger(random.Next(3, 17))).Without("aperture.inner");
        return patch;
    }
}
