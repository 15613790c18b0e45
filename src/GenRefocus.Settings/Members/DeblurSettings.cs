namespace GenRefocus.Settings;

/// <summary>Stage 1: how blur that is already in the photo is removed.</summary>
public sealed record DeblurSettings
{
    /// <summary>The default of <see cref="Mode"/>.</summary>
    public const DeblurMode DefaultMode = DeblurMode.Auto;

    /// <summary>The steps of the compact engine for which <see cref="Steps"/> is absent.</summary>
    public const int DefaultCompactSteps = 1;

    /// <summary>The least <see cref="Steps"/> of the compact engine.</summary>
    public const int MinCompactSteps = 1;

    /// <summary>The greatest <see cref="Steps"/> of the compact engine.</summary>
    public const int MaxCompactSteps = 8;

    /// <summary>The steps of the genfocus engine for which <see cref="Steps"/> is absent.</summary>
    public const int DefaultGenfocusSteps = 28;

    /// <summary>The least <see cref="Steps"/> of the genfocus engine.</summary>
    public const int MinGenfocusSteps = 8;

    /// <summary>The greatest <see cref="Steps"/> of the genfocus engine.</summary>
    public const int MaxGenfocusSteps = 50;

    /// <summary>When blur is removed.</summary>
    public DeblurMode Mode { get; init; } = DefaultMode;

    /// <summary>Diffusion steps; <see langword="null"/> for the engine's own number, see <see cref="StepsFor"/>.</summary>
    public int? Steps { get; init; }

    /// <summary>The steps in force for an engine: <see cref="Steps"/>, else 1 for the compact and 28 for the genfocus engine.</summary>
    /// <param name="engine">The engine that draws.</param>
    /// <returns>The number of diffusion steps.</returns>
    public int StepsFor(EngineName engine) => Steps ?? (engine == EngineName.Genfocus ? DefaultGenfocusSteps : DefaultCompactSteps);
}
