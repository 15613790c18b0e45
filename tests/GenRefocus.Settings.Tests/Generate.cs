using CsCheck;

namespace GenRefocus.Settings.Tests;

/// <summary>Random valid values, driven by the catalogue.</summary>
internal static class Generate
{
    private static readonly Gen<double> Percent = Gen.Double[0, 100];

    private static readonly Gen<string> Words = Gen.Char["abc äß漢\"\\/%,<&'\u2028"].Array[1, 20].Select(letters => new string(letters)).Where(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Targets that may stand in a file: no points in pixels.</summary>
    public static readonly Gen<FocusTarget> PortableFocusTarget = Gen.OneOf(
        OneOf([FocusTarget.Auto, FocusTarget.Subject, FocusTarget.Center, FocusTarget.Near, FocusTarget.Far]),
        Gen.Select(Percent, Percent).Select((x, y) => FocusTarget.Point(x, y)),
        Gen.Select(Gen.Double[0, 50], Gen.Double[0, 50], Gen.Double[0.01, 50], Gen.Double[0.01, 50]).Select((x, y, w, h) => FocusTarget.Rectangle(x, y, w, h)),
        Gen.Double[FocusTarget.MinDistance, FocusTarget.MaxDistance].Select(FocusTarget.Distance),
        Words.Select(FocusTarget.Text));

    public static readonly Gen<FocusTarget> AnyFocusTarget = Gen.OneOf(
        PortableFocusTarget,
        Gen.Select(Gen.Double[0, 60_000], Gen.Double[0, 60_000]).Select((x, y) => FocusTarget.Point(x, y, PositionUnit.Pixels)),
        Gen.Select(Gen.Int[0, 6000], Gen.Int[1, 6000]).Select((x, w) => FocusTarget.Rectangle(x, x, w, w, PositionUnit.Pixels)));

    /// <summary>Patches with about half of all members, each with an allowed value.</summary>
    public static readonly Gen<SettingsPatch> Patch =
        Gen.Bool.Array[SettingsCatalog.All.Count].SelectMany(taken =>
            SettingsCatalog.All.Where((_, index) => taken[index]).Aggregate(
                Gen.Const(SettingsPatch.Empty),
                (patches, member) => Gen.Select(patches, Value(member)).Select((patch, value) => patch.With(member, value))));

    /// <summary>Patches whose members fit together.</summary>
    public static readonly Gen<SettingsPatch> ConsistentPatch =
        Patch.Select(patch => patch.Without("deblur.steps").Without("engine.bokehSteps").With("aperture.image", SettingValue.FromText("opening.png")));

    private static Gen<T> OneOf<T>(IReadOnlyList<T> values) => Gen.Int[0, values.Count - 1].Select(index => values[index]);

    private static Gen<SettingValue> Value(SettingDescription member) => member switch
    {
        NumberSetting number => Gen.Double[number.Min, Math.Min(number.Max, 1e6)].Select(SettingValue.FromNumber),
        IntegerSetting integer => Gen.Long[integer.Min, integer.Max].Select(SettingValue.FromInteger),
        ChoiceSetting choice => OneOf(choice.Choices).Select(SettingValue.FromText),
        FocusTargetSetting => PortableFocusTarget.Select(target => SettingValue.FromText(target.ToString())),
        _ => Words.Select(SettingValue.FromText),
    };
}
