namespace GenRefocus.Settings;

/// <summary>The outline of the lens opening, and so of every out-of-focus light.</summary>
public enum ApertureShape
{
    /// <summary>A full circle.</summary>
    Disc,

    /// <summary>A regular polygon of <see cref="ApertureSettings.Blades"/> sides.</summary>
    Polygon,

    /// <summary>A star of <see cref="ApertureSettings.Blades"/> points.</summary>
    Star,

    /// <summary>A heart.</summary>
    Heart,

    /// <summary>A ring, as a mirror lens draws it.</summary>
    Ring,

    /// <summary>The grey picture <see cref="ApertureSettings.Image"/>.</summary>
    Image,
}
