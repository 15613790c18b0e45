namespace GenRefocus.Settings;

/// <summary>The camera that an f-number belongs to.</summary>
public enum BlurCamera
{
    /// <summary>A full-frame camera at the same place with the photo's angle of view.</summary>
    FullFrame,

    /// <summary>The photo's own lens and sensor, from its metadata.</summary>
    Photo,
}
