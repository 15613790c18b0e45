namespace GenRefocus.Vision;

/// <summary>How a network's input size follows from the picture's.</summary>
public enum CardSizeRule
{
    /// <summary>Always <c>width</c> × <c>height</c>; the picture is stretched.</summary>
    Fixed,

    /// <summary>
    /// Both sides by the factor, of the two that bring one side to <c>side</c>, that is nearer to 1: larger pictures get it as their short side, smaller
    /// ones as their long side.
    /// </summary>
    Dpt,

    /// <summary>The shorter side becomes <c>side</c>.</summary>
    ShortSide,

    /// <summary>The longer side becomes <c>side</c>.</summary>
    LongSide,

    /// <summary>The picture's own size.</summary>
    Own,
}
