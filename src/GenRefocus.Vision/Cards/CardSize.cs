namespace GenRefocus.Vision;

/// <summary>Size rule of a network's input.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Width">Columns of <see cref="CardSizeRule.Fixed"/>, 1 … <see cref="MaxSide"/>.</param>
/// <param name="Height">Rows of <see cref="CardSizeRule.Fixed"/>, 1 … <see cref="MaxSide"/>.</param>
/// <param name="Side">
/// The side that <see cref="CardSizeRule.Dpt"/>, <see cref="CardSizeRule.ShortSide"/> and <see cref="CardSizeRule.LongSide"/> aim at,
/// 1 … <see cref="MaxSide"/>.
/// </param>
/// <param name="MultipleOf">
/// Both sides become multiples of this, 1 … 256, by rounding to the nearest one (halves to the even one), at least one; <see cref="CardSizeRule.Fixed"/> does
/// not look at it.
/// </param>
public sealed record CardSize(CardSizeRule Rule, int? Width = null, int? Height = null, int? Side = null, int MultipleOf = 1)
{
    /// <summary>Longest side that a card may ask for and that a picture is reduced to by <see cref="CardSizeRule.Own"/>.</summary>
    public const int MaxSide = 4096;

    /// <summary>Ratio of the sides beyond which a panorama is squeezed before a rule that keeps the ratio is applied.</summary>
    public const double MaxAspect = 2.5;

    /// <summary>The network's size for a picture.</summary>
    /// <param name="width">The upright picture's columns, 1 or more.</param>
    /// <param name="height">The upright picture's rows, 1 or more.</param>
    /// <returns>Columns and rows.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1.</exception>
    public (int Width, int Height) For(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (Rule == CardSizeRule.Fixed)
            return (Width!.Value, Height!.Value);

        double w = Math.Min(width, MaxAspect * height), h = Math.Min(height, MaxAspect * width);
        double scale = Rule switch
        {
            CardSizeRule.Dpt => NearerToOne(Side!.Value / w, Side.Value / h),
            CardSizeRule.ShortSide => Side!.Value / Math.Min(w, h),
            CardSizeRule.LongSide => Side!.Value / Math.Max(w, h),
            _ => Math.Min(1, MaxSide / Math.Max(w, h)),
        };
        return (Round(scale * w), Round(scale * h));
    }

    private static double NearerToOne(double ofWidth, double ofHeight) => Math.Abs(1 - ofWidth) < Math.Abs(1 - ofHeight) ? ofWidth : ofHeight;

    private int Round(double side) => MultipleOf * Math.Max(1, (int)Math.Round(side / MultipleOf, MidpointRounding.ToEven));
}
