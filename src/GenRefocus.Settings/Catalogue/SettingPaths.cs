namespace GenRefocus.Settings;

/// <summary>Paths of the members that code must name; <see cref="SettingsCatalog"/> lists all.</summary>
public static class SettingPaths
{
    /// <summary><see cref="FocusSettings.Target"/>.</summary>
    public const string FocusTarget = "focus.target";

    /// <summary><see cref="FocusSettings.Disparity"/>.</summary>
    public const string FocusDisparity = "focus.disparity";

    /// <summary><see cref="ApertureSettings.Shape"/>.</summary>
    public const string ApertureShape = "aperture.shape";

    /// <summary><see cref="ApertureSettings.Blades"/>.</summary>
    public const string ApertureBlades = "aperture.blades";

    /// <summary><see cref="ApertureSettings.Image"/>.</summary>
    public const string ApertureImage = "aperture.image";

    /// <summary><see cref="DepthSettings.Source"/>.</summary>
    public const string DepthSource = "depth.source";

    /// <summary><see cref="DepthSettings.Model"/>.</summary>
    public const string DepthModel = "depth.model";

    /// <summary><see cref="DepthSettings.Edits"/>.</summary>
    public const string DepthEdits = "depth.edits";

    /// <summary><see cref="DeblurSettings.Steps"/>.</summary>
    public const string DeblurSteps = "deblur.steps";

    /// <summary><see cref="EngineSettings.BokehSteps"/>.</summary>
    public const string EngineBokehSteps = "engine.bokehSteps";

    /// <summary><see cref="EngineSettings.Pack"/>.</summary>
    public const string EnginePack = "engine.pack";

    /// <summary><see cref="EngineSettings.Seed"/>.</summary>
    public const string EngineSeed = "engine.seed";

    /// <summary><see cref="OutputSettings.View"/>.</summary>
    public const string OutputView = "output.view";

    /// <summary><see cref="RefocusSettings.Prompt"/>.</summary>
    public const string Prompt = "prompt";
}
