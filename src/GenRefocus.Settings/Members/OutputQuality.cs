namespace GenRefocus.Settings;

/// <summary>The care that is taken.</summary>
public enum OutputQuality
{
    /// <summary>Fast enough to follow a slider.</summary>
    Preview,

    /// <summary>The best the renderer can do.</summary>
    Final,
}
