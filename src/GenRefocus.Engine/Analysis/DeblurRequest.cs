using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>What the picture of stage 1 depends on beside the photo; equal where the picture is the same.</summary>
/// <param name="Mode">When blur is removed.</param>
/// <param name="Steps">Diffusion steps; 0 where none are made.</param>
/// <param name="Seed">Seed of the noise between steps; 0 where there is none.</param>
internal sealed record DeblurRequest(DeblurMode Mode, int Steps, long Seed)
{
    /// <summary>Stage 1 is left out.</summary>
    public static readonly DeblurRequest Off = new(DeblurMode.Off, 0, 0);

    /// <summary>What settings ask for.</summary>
    public static DeblurRequest Of(RefocusSettings settings)
    {
        if (settings.Deblur.Mode == DeblurMode.Off)
            return Off;
        int steps = settings.Deblur.StepsFor(settings.Engine.Name);
        return new DeblurRequest(settings.Deblur.Mode, steps, steps > 1 ? settings.Engine.Seed : 0);
    }
}
