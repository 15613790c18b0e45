namespace GenRefocus.Settings;

/// <summary>The unit of a position in the upright picture.</summary>
public enum PositionUnit
{
    /// <summary>Hundredths of the picture's width and height.</summary>
    Percent,

    /// <summary>Pixels; a pixel's centre lies at a half.</summary>
    Pixels,
}
