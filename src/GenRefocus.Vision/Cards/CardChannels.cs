namespace GenRefocus.Vision;

/// <summary>Order of the colour channels in a network's input.</summary>
public enum CardChannels
{
    /// <summary>Red first.</summary>
    Rgb,

    /// <summary>Blue first.</summary>
    Bgr,
}
