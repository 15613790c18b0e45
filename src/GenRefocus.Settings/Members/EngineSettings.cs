namespace GenRefocus.Settings;

/// <summary>Which engine draws, and how.</summary>
public sealed record EngineSettings
{
    /// <summary>The default of <see cref="Name"/>.</summary>
    public const EngineName DefaultName = EngineName.Compact;

    /// <summary>The second stage of the compact engine for which <see cref="Bokeh"/> is absent.</summary>
    public const BokehStage DefaultCompactBokeh = BokehStage.Physical;

    /// <summary>The second stage of the genfocus engine for which <see cref="Bokeh"/> is absent.</summary>
    public const BokehStage DefaultGenfocusBokeh = BokehStage.Hybrid;

    /// <summary>The steps of the compact engine for which <see cref="BokehSteps"/> is absent.</summary>
    public const int DefaultCompactBokehSteps = 1;

    /// <summary>The least <see cref="BokehSteps"/> of the compact engine.</summary>
    public const int MinCompactBokehSteps = 1;

    /// <summary>The greatest <see cref="BokehSteps"/> of the compact engine.</summary>
    public const int MaxCompactBokehSteps = 4;

    /// <summary>The steps of the genfocus engine for which <see cref="BokehSteps"/> is absent.</summary>
    public const int DefaultGenfocusBokehSteps = 28;

    /// <summary>The least <see cref="BokehSteps"/> of the genfocus engine.</summary>
    public const int MinGenfocusBokehSteps = 8;

    /// <summary>The greatest <see cref="BokehSteps"/> of the genfocus engine.</summary>
    public const int MaxGenfocusBokehSteps = 50;

    /// <summary>The default of <see cref="Seed"/>.</summary>
    public const long DefaultSeed = 42;

    /// <summary>The least <see cref="Seed"/>.</summary>
    public const long MinSeed = 0;

    /// <summary>The greatest <see cref="Seed"/>.</summary>
    public const long MaxSeed = long.MaxValue;

    /// <summary>The engine.</summary>
    public EngineName Name { get; init; } = DefaultName;

    /// <summary>How the blur is drawn; <see langword="null"/> for the engine's own way, see <see cref="EffectiveBokeh"/>.</summary>
    public BokehStage? Bokeh { get; init; }

    /// <summary>Diffusion steps of the second stage; <see langword="null"/> for the engine's own number, see <see cref="EffectiveBokehSteps"/>.</summary>
    public int? BokehSteps { get; init; }

    /// <summary>Path or name of the genfocus weights; <see langword="null"/> for the newest installed.</summary>
    public string? Pack { get; init; }

    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; } = DefaultSeed;

    /// <summary>The way in force: <see cref="Bokeh"/>, else physical for the compact and hybrid for the genfocus engine.</summary>
    public BokehStage EffectiveBokeh => Bokeh ?? (Name == EngineName.Genfocus ? DefaultGenfocusBokeh : DefaultCompactBokeh);

    /// <summary>The steps in force: <see cref="BokehSteps"/>, else 1 for the compact and 28 for the genfocus engine.</summary>
    public int EffectiveBokehSteps => BokehSteps ?? (Name == EngineName.Genfocus ? DefaultGenfocusBokehSteps : DefaultCompactBokehSteps);
}
