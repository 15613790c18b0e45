namespace GenRefocus.Settings;

/// <summary>What can only be checked when all members are known.</summary>
internal static class SettingsRules
{
    public static void Check(RefocusSettings settings)
    {
        bool genfocus = settings.Engine.Name == EngineName.Genfocus;
        CheckSteps(
            settings,
            SettingPaths.DeblurSteps,
            settings.Deblur.Steps,
            genfocus ? DeblurSettings.MinGenfocusSteps : DeblurSettings.MinCompactSteps,
            genfocus ? DeblurSettings.MaxGenfocusSteps : DeblurSettings.MaxCompactSteps);
        CheckSteps(
            settings,
            SettingPaths.EngineBokehSteps,
            settings.Engine.BokehSteps,
            genfocus ? EngineSettings.MinGenfocusBokehSteps : EngineSettings.MinCompactBokehSteps,
            genfocus ? EngineSettings.MaxGenfocusBokehSteps : EngineSettings.MaxCompactBokehSteps);

        if (settings.Aperture is { Shape: ApertureShape.Image, Image: null })
            throw new SettingsException(SettingPaths.ApertureShape, $"image needs a picture of the opening; give one as {SettingPaths.ApertureImage}");
    }

    private static void CheckSteps(RefocusSettings settings, string path, int? steps, int min, int max)
    {
        if (steps < min || steps > max)
        {
            string engine = SettingSpelling.Of(settings.Engine.Name);
            throw new SettingsException(path, $"{steps} is out of range; the {engine} engine takes a whole number, {min} to {max}");
        }
    }
}
