namespace GenRefocus.Settings;

/// <summary>When blur that is already in the photo is removed.</summary>
public enum DeblurMode
{
    /// <summary>Only where something is soft.</summary>
    Auto,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}
