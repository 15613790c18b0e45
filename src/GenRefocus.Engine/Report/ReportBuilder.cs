using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>Puts a report together.</summary>
internal static class ReportBuilder
{
    /// <summary>Makes the report.</summary>
    public static RefocusReport Build(
        RefocusSettings settings,
        SceneAnalysis analysis,
        LensSetup lens,
        DefocusMap defocus,
        BokehReport? bokeh,
        FeatureReport features,
        IReadOnlyDictionary<RefocusStage, double> seconds)
    {
        SceneDepth depth = analysis.Depth;

        // What was done, not what was asked: named in a settings file, snap would repair the edges of imported depth, which it does not as a mere default.
        RefocusSettings done = settings with { Depth = settings.Depth with { Edges = depth.HasRepairedEdges ? DepthEdges.Snap : DepthEdges.Keep } };
        SettingsPatch complete = PortableSettings.Complete(done, analysis.Picture.Width, analysis.Picture.Height);
        return new RefocusReport
        {
            Version = RefocusPipeline.Version,
            Settings = PortableSettings.ToJson(complete),
            PortableSettings = PortableSettings.ToText(complete),
            View = SettingSpelling.Of(settings.Output.View),
            Quality = SettingSpelling.Of(settings.Output.Quality),
            Seed = settings.Engine.Seed,
            Width = analysis.Picture.Width,
            Height = analysis.Picture.Height,
            Focus = new FocusReport(lens.Focus.Disparity, SettingSpelling.Of(lens.Focus.Method), lens.Focus.X, lens.Focus.Y, Finite(lens.Scale.FocusDistance)),
            Blur = new BlurReport(lens.Scale.K, lens.Scale.FocalLength, lens.Scale.SensorWidth, defocus.LargestRadius, defocus.IsClamped),
            Depth = new DepthReport(
                depth.IsImported ? "file" : "model",
                SettingSpelling.Of(depth.Unit),
                lens.Scaling.DioptresPerUnit,
                analysis.Histogram.Span,
                depth.HasRepairedEdges,
                depth.ModelId,
                depth.ModelSha256),
            Deblur = analysis.Deblur,
            Bokeh = bokeh,
            Seconds = seconds.ToDictionary(stage => SettingSpelling.Of(stage.Key), stage => Math.Round(stage.Value, 4)),
            Warnings = [.. Warnings(lens, defocus, bokeh, features)],
            WithoutEffect = features.WithoutEffect,
        };
    }

    private static IEnumerable<string> Warnings(LensSetup lens, DefocusMap defocus, BokehReport? bokeh, FeatureReport features)
    {
        foreach (string warning in features.Warnings)
            yield return warning;
        if (lens.Focus.Warning is { } focus)
            yield return focus;
        if (defocus.IsClamped)
            yield return $"The blur is limited to a radius of {CircleOfConfusion.LargestRadius} px; a higher f-number or less strength stays below it.";
        if (bokeh is { Model: null })
            yield return "The blur at edges is as it was drawn: the network that repairs it knows round openings and straight blades alone.";
    }

    // JSON has no infinity.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
