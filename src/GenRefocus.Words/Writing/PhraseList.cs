using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>The phrases that may say a patch, the most telling first, each with what it says.</summary>
internal static class PhraseList
{
    private const string Soft = "soft";

    /// <summary>Lists them.</summary>
    /// <param name="settings">The patch.</param>
    /// <param name="lexicon">The language.</param>
    public static IEnumerable<(string Words, SettingsPatch Said)> Of(SettingsPatch settings, Lexicon lexicon) =>
        [.. Looks(settings, lexicon), .. Shape(settings, lexicon), .. Strengths(lexicon), .. Focus(settings, lexicon), .. Gains(lexicon), .. Numbers(settings, lexicon)];

    private static IEnumerable<(string Words, SettingsPatch Said)> Looks(SettingsPatch settings, Lexicon lexicon)
    {
        bool hasOtherShape = settings[SettingPaths.ApertureShape] is { } shape && shape.Text != "disc";
        foreach (string row in RowTable.Ids.OrderByDescending(row => RowTable.Get(row).Count))
        {
            if (lexicon.Text($"write:{row}") is not { } words)
                continue;

            // A shape with its own number of blades is said with the number.
            SettingsPatch look = RowTable.Get(row);
            if (look.Count == 1 && look[SettingPaths.ApertureShape] is not null && settings[SettingPaths.ApertureBlades] is not null)
                continue;
            if (row == Soft && hasOtherShape)
                look = look.Without(SettingPaths.ApertureShape);
            yield return (words, look);
            foreach ((string level, double factor) in Intensity.Levels)
            {
                SettingsPatch scaled = Intensity.Scale(look, factor);
                if (!scaled.Equals(look))
                    yield return (lexicon.Text($"write:{level}")!.Replace("{0}", words, StringComparison.Ordinal), scaled);
            }
        }
    }

    private static IEnumerable<(string Words, SettingsPatch Said)> Shape(SettingsPatch settings, Lexicon lexicon)
    {
        if (settings[SettingPaths.ApertureShape] is not { Text: "polygon" or "star" } shape || settings[SettingPaths.ApertureBlades] is not { } blades)
            yield break;

        string key = shape.Text == "star" ? "write:points" : "write:blades";
        SettingsPatch said = SettingsPatch.Empty.With(SettingPaths.ApertureShape, shape).With(SettingPaths.ApertureBlades, blades);
        yield return (lexicon.Text(key)!.Replace("{0}", blades.ToString(), StringComparison.Ordinal), said);
    }

    private static IEnumerable<(string Words, SettingsPatch Said)> Strengths(Lexicon lexicon)
    {
        foreach ((string level, _) in Intensity.Levels)
        {
            if (lexicon.Text($"write:blur:{level}") is { } words)
                yield return (words, SettingsPatch.Empty.With(MemberPaths.Strength, SettingValue.FromNumber(Intensity.StrengthOf([level]))));
        }
    }

    private static IEnumerable<(string Words, SettingsPatch Said)> Focus(SettingsPatch settings, Lexicon lexicon)
    {
        if (settings[SettingPaths.FocusTarget] is not { } value)
            yield break;

        FocusTarget target = FocusTarget.Parse(value.Text);
        string? words = target.Kind switch
        {
            FocusTargetKind.Distance => lexicon.Text("write:target:distance")!.Replace("{0}", SettingValue.FromNumber(target.Metres).ToString(), StringComparison.Ordinal),
            FocusTargetKind.Text => lexicon.Text("write:target:text")!.Replace("{0}", target.Words, StringComparison.Ordinal),
            FocusTargetKind.Point => SidesOf(value.Text) is { } sides
                ? lexicon.Text("write:side")!.Replace("{0}", lexicon.Text($"write:side:{sides}"), StringComparison.Ordinal)
                : null,
            _ => lexicon.Text($"write:target:{value.Text}"),
        };
        if (words is not null)
            yield return (words, SettingsPatch.Empty.With(SettingPaths.FocusTarget, value));
    }

    private static IEnumerable<(string Words, SettingsPatch Said)> Gains(Lexicon lexicon)
    {
        yield return (lexicon.Text("write:near0")!, SettingsPatch.Empty.With(MemberPaths.Near, SettingValue.FromNumber(0)));
        yield return (lexicon.Text("write:far0")!, SettingsPatch.Empty.With(MemberPaths.Far, SettingValue.FromNumber(0)));
    }

    private static IEnumerable<(string Words, SettingsPatch Said)> Numbers(SettingsPatch settings, Lexicon lexicon)
    {
        foreach (SettingDescription member in settings.Members)
        {
            SettingValue value = settings[member.Path]!.Value;
            SettingsPatch said = SettingsPatch.Empty.With(member, value);
            if (member.Path == MemberPaths.FNumber)
                yield return (lexicon.Text("write:fNumber")!.Replace("{0}", value.ToString(), StringComparison.Ordinal), said);
            else if (lexicon.NameOf(member.Path) is { } name)
                yield return ($"{name}={value}", said);
        }
    }

    private static string? SidesOf(string point) => point switch
    {
        "16.67%,50%" => "left",
        "83.33%,50%" => "right",
        "50%,16.67%" => "top",
        "50%,83.33%" => "bottom",
        "16.67%,16.67%" => "top left",
        "83.33%,16.67%" => "top right",
        "16.67%,83.33%" => "bottom left",
        "83.33%,83.33%" => "bottom right",
        _ => null,
    };
}
