using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>The controls, in order, and where they apply. Everything else about them comes from the settings' own descriptions.</summary>
internal static class ControlTable
{
    private const string Polygon = "polygon", Star = "star", Heart = "heart", Ring = "ring", Image = "image";

    /// <summary>The controls.</summary>
    public static IReadOnlyList<DialogControl> All { get; } =
    [
        new SettingControl(RefocusProperty.Prompt, null, SettingPaths.Prompt),

        new FocusOnControl(),
        new FocusPointControl(),
        new SettingControl(RefocusProperty.FocusRange, DialogTab.Focus, "focus.range") { Style = NumberStyle.Share },
        new SettingControl(RefocusProperty.FocusSoftness, DialogTab.Focus, "focus.rangeSoftness") { Style = NumberStyle.Share },

        new SettingControl(RefocusProperty.FNumber, DialogTab.Blur, "blur.fNumber") { Style = new NumberStyle(1, 0.1, 1) { IsExponential = true } },
        new SettingControl(RefocusProperty.Strength, DialogTab.Blur, "blur.strength") { Style = NumberStyle.Share },
        new SwitchControl(RefocusProperty.BlurNear, DialogTab.Blur, "blur.near"),
        new SwitchControl(RefocusProperty.BlurFar, DialogTab.Blur, "blur.far"),
        new SettingControl(RefocusProperty.Highlights, DialogTab.Blur, "light.highlights") { Style = new NumberStyle(2, 0.05, 0.5) },
        new SettingControl(RefocusProperty.Threshold, DialogTab.Blur, "light.threshold") { Style = NumberStyle.Share },

        new SettingControl(RefocusProperty.Shape, DialogTab.Aperture, SettingPaths.ApertureShape),
        new SettingControl(RefocusProperty.ShapeImage, DialogTab.Aperture, SettingPaths.ApertureImage),
        new SettingControl(RefocusProperty.Blades, DialogTab.Aperture, SettingPaths.ApertureBlades) { Context = With(ApertureShape.Polygon) },
        new SettingControl(RefocusProperty.Points, DialogTab.Aperture, SettingPaths.ApertureBlades) { Context = With(ApertureShape.Star), OwnText = "points" },
        new SettingControl(RefocusProperty.Curvature, DialogTab.Aperture, "aperture.curvature") { Style = NumberStyle.Share },
        new SettingControl(RefocusProperty.Rotation, DialogTab.Aperture, "aperture.rotation") { Style = new NumberStyle(0, 1, 15) { IsAngle = true } },
        new SettingControl(RefocusProperty.Inner, DialogTab.Aperture, "aperture.inner") { Context = With(ApertureShape.Ring), Style = NumberStyle.Share },
        new SettingControl(RefocusProperty.CatEye, DialogTab.Aperture, "aperture.catEye") { Style = NumberStyle.Share },
        new SettingControl(RefocusProperty.Bubble, DialogTab.Aperture, "aperture.bubble") { Style = NumberStyle.Share },
        new SettingControl(RefocusProperty.Anamorphic, DialogTab.Aperture, "aperture.anamorphic") { Style = NumberStyle.Share },

        new SettingControl(RefocusProperty.View, DialogTab.Output, SettingPaths.OutputView),
        new SettingControl(RefocusProperty.Quality, DialogTab.Output, "output.quality"),
        new SettingControl(RefocusProperty.Deblur, DialogTab.Output, "deblur.mode"),
        new SettingControl(RefocusProperty.Engine, DialogTab.Output, "engine.name"),
    ];

    /// <summary>Controls that apply with some choices of a list only; else they are read-only and not sent.</summary>
    public static IReadOnlyList<ChoiceCondition> Conditions { get; } =
    [
        new(RefocusProperty.FocusPoint, RefocusProperty.FocusOn, [FocusOnControl.Point]),
        new(RefocusProperty.ShapeImage, RefocusProperty.Shape, [Image]),
        new(RefocusProperty.Blades, RefocusProperty.Shape, [Polygon]),
        new(RefocusProperty.Points, RefocusProperty.Shape, [Star]),
        new(RefocusProperty.Curvature, RefocusProperty.Shape, [Polygon]),
        new(RefocusProperty.Rotation, RefocusProperty.Shape, [Polygon, Star, Heart, Image]),
        new(RefocusProperty.Inner, RefocusProperty.Shape, [Ring]),
    ];

    /// <summary>Controls that do nothing while a number is 0.</summary>
    public static IReadOnlyList<(RefocusProperty Target, RefocusProperty Source)> SilentAtZero { get; } = [(RefocusProperty.Threshold, RefocusProperty.Highlights)];

    /// <summary>The values of a list that the dialog offers: those whose stage is there.</summary>
    public static IReadOnlyList<string> Choices(ChoiceSetting member) =>
        [.. member.Choices.Where(choice => IsThere(member, choice))];

    // A member whose whole stage is missing keeps its list, which is then read-only.
    private static bool IsThere(ChoiceSetting member, string choice) =>
        (member.FeaturesOf(SettingValue.FromText(choice)) & ~ShippedFeatures.All & ~member.Stage) == RefocusFeatures.None;

    private static RefocusSettings With(ApertureShape shape) => new() { Aperture = new ApertureSettings { Shape = shape } };
}
