using System.Diagnostics.CodeAnalysis;

namespace GenRefocus.Settings;

/// <summary>
/// What is sharp: <c>auto</c>, <c>subject</c>, <c>center</c>, <c>near</c>, <c>far</c>, a point <c>50%,40%</c> or <c>1200,800</c>,
/// a rectangle <c>rect:10%,20%,30%,40%</c> (left, top, width, height), a distance <c>2.5m</c>, or words <c>text:red cup</c>.
/// </summary>
public sealed record FocusTarget
{
    /// <summary>The least distance in metres.</summary>
    public const double MinDistance = 0.01;

    /// <summary>The greatest distance in metres.</summary>
    public const double MaxDistance = 10_000;

    /// <summary>The greatest coordinate in pixels.</summary>
    public const double MaxPixels = 1_000_000;

    /// <summary>The greatest number of UTF-16 characters after <c>text:</c>.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Decimals kept of a position: half a hundredth of a per cent is a fifth of a pixel in a picture 4,000 pixels wide.</summary>
    public const int PositionDecimals = 2;

    private FocusTarget(FocusTargetKind kind) => Kind = kind;

    /// <summary>The photo's metadata, a sure subject, or what lies near the centre.</summary>
    public static FocusTarget Auto { get; } = new(FocusTargetKind.Auto);

    /// <summary>The main subject.</summary>
    public static FocusTarget Subject { get; } = new(FocusTargetKind.Subject);

    /// <summary>The middle of the picture.</summary>
    public static FocusTarget Center { get; } = new(FocusTargetKind.Center);

    /// <summary>The nearest part of the picture.</summary>
    public static FocusTarget Near { get; } = new(FocusTargetKind.Near);

    /// <summary>The farthest part of the picture.</summary>
    public static FocusTarget Far { get; } = new(FocusTargetKind.Far);

    /// <summary>Which of the members below carry a value.</summary>
    public FocusTargetKind Kind { get; }

    /// <summary>Unit of a point's or a rectangle's numbers.</summary>
    public PositionUnit Unit { get; private init; }

    /// <summary>Horizontal position of a point or of a rectangle's left edge.</summary>
    public double X { get; private init; }

    /// <summary>Vertical position of a point or of a rectangle's upper edge.</summary>
    public double Y { get; private init; }

    /// <summary>Width of a rectangle.</summary>
    public double Width { get; private init; }

    /// <summary>Height of a rectangle.</summary>
    public double Height { get; private init; }

    /// <summary>Distance from the camera in metres.</summary>
    public double Metres { get; private init; }

    /// <summary>The words of a <see cref="FocusTargetKind.Text"/>; else empty.</summary>
    public string Words { get; private init; } = "";

    /// <summary>A point, rounded to <see cref="PositionDecimals"/> decimals.</summary>
    /// <param name="x">Horizontal position: 0 to 100 per cent, or 0 to <see cref="MaxPixels"/> pixels.</param>
    /// <param name="y">Vertical position, in the same unit.</param>
    /// <param name="unit">The unit of both.</param>
    /// <returns>The target.</returns>
    /// <exception cref="SettingsException">A position lies outside the picture.</exception>
    public static FocusTarget Point(double x, double y, PositionUnit unit = PositionUnit.Percent) =>
        new(FocusTargetKind.Point) { X = Position(x, unit), Y = Position(y, unit), Unit = unit };

    /// <summary>A rectangle, rounded to <see cref="PositionDecimals"/> decimals.</summary>
    /// <param name="x">Left edge.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="width">Width, at least a hundredth.</param>
    /// <param name="height">Height, at least a hundredth.</param>
    /// <param name="unit">The unit of all four.</param>
    /// <returns>The target.</returns>
    /// <exception cref="SettingsException">The rectangle is empty or leaves the picture.</exception>
    public static FocusTarget Rectangle(double x, double y, double width, double height, PositionUnit unit = PositionUnit.Percent)
    {
        FocusTarget target = new(FocusTargetKind.Rectangle)
        {
            X = Position(x, unit),
            Y = Position(y, unit),
            Width = Position(width, unit),
            Height = Position(height, unit),
            Unit = unit,
        };
        if (target.Width == 0 || target.Height == 0)
            throw Refuse(target.ToString(), "is empty; a rectangle needs a width and a height of more than 0");

        // Rounded first, as the sum of two shares that make 100 may exceed it by the last bit.
        Position(Math.Round(target.X + target.Width, PositionDecimals), unit);
        Position(Math.Round(target.Y + target.Height, PositionDecimals), unit);
        return target;
    }

    /// <summary>A distance from the camera.</summary>
    /// <param name="metres">The distance, <see cref="MinDistance"/> to <see cref="MaxDistance"/>.</param>
    /// <returns>The target.</returns>
    /// <exception cref="SettingsException">The distance is out of range.</exception>
    public static FocusTarget Distance(double metres)
    {
        FocusTarget target = new(FocusTargetKind.Distance) { Metres = metres };
        return metres is >= MinDistance and <= MaxDistance
            ? target
            : throw Refuse(target.ToString(), $"is outside {InvariantNumber.Format(MinDistance)} to {InvariantNumber.Format(MaxDistance)} m");
    }

    /// <summary>Something named in words.</summary>
    /// <param name="words">One to <see cref="MaxTextLength"/> characters, none of them a control character; surrounding space is dropped.</param>
    /// <returns>The target.</returns>
    /// <exception cref="SettingsException">The words are missing, too long or hold control characters.</exception>
    public static FocusTarget Text(string words)
    {
        string trimmed = words.Trim();
        if (trimmed.Length == 0)
            throw Refuse("text:", "names nothing; write what shall be sharp behind it, as text:red cup");
        if (trimmed.Length > MaxTextLength || trimmed.Any(char.IsControl))
            throw Refuse("text:", $"needs at most {MaxTextLength} characters without line breaks or other control characters");

        return new(FocusTargetKind.Text) { Words = trimmed };
    }

    /// <summary>Reads a target; words may be written in any case, numbers have a decimal point.</summary>
    /// <param name="text">One of the forms named at the type.</param>
    /// <returns>The target.</returns>
    /// <exception cref="SettingsException">The text is none of them, or a number is out of range.</exception>
    public static FocusTarget Parse(string text) => FocusTargetParser.Parse(text);

    /// <summary>Reads a target.</summary>
    /// <param name="text">One of the forms named at the type.</param>
    /// <param name="target">The target, when the text is one.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FocusTarget? target)
    {
        target = null;
        if (text is null)
            return false;

        try
        {
            target = FocusTargetParser.Parse(text);
            return true;
        }
        catch (SettingsException)
        {
            return false;
        }
    }

    /// <summary>The same place in per cent, so that it means the same at any size of the picture. Other kinds come back as they are.</summary>
    /// <param name="pictureWidth">Width of the upright picture in pixels, more than 0.</param>
    /// <param name="pictureHeight">Height of the upright picture in pixels, more than 0.</param>
    /// <returns>The target in per cent.</returns>
    /// <exception cref="SettingsException">The place lies outside the picture.</exception>
    public FocusTarget InPercent(int pictureWidth, int pictureHeight)
    {
        if (Unit == PositionUnit.Percent)
            return this;
        if (X + Width > pictureWidth || Y + Height > pictureHeight)
            throw Refuse(ToString(), $"lies outside the picture, which is {pictureWidth} by {pictureHeight} pixels");

        double Across(double pixels) => pixels * 100 / pictureWidth;
        double Down(double pixels) => pixels * 100 / pictureHeight;
        if (Kind == FocusTargetKind.Point)
            return Point(Across(X), Down(Y));

        // Both edges are rounded, not the size: the right edge of the picture stays its right edge.
        double left = Math.Round(Across(X), PositionDecimals);
        double top = Math.Round(Down(Y), PositionDecimals);
        double width = Math.Max(Math.Round(Across(X + Width), PositionDecimals) - left, 0.01);
        double height = Math.Max(Math.Round(Down(Y + Height), PositionDecimals) - top, 0.01);
        return Rectangle(Math.Min(left, 100 - width), Math.Min(top, 100 - height), width, height);
    }

    /// <summary>The canonical text, which <see cref="Parse"/> reads back as the same target.</summary>
    /// <returns>One of the forms named at the type.</returns>
    public override string ToString()
    {
        string unit = Unit == PositionUnit.Percent ? "%" : "";
        string Coordinate(double value) => InvariantNumber.Format(value) + unit;

        return Kind switch
        {
            FocusTargetKind.Point => $"{Coordinate(X)},{Coordinate(Y)}",
            FocusTargetKind.Rectangle => $"{FocusTargetParser.RectanglePrefix}{Coordinate(X)},{Coordinate(Y)},{Coordinate(Width)},{Coordinate(Height)}",
            FocusTargetKind.Distance => $"{InvariantNumber.Format(Metres)}m",
            FocusTargetKind.Text => FocusTargetParser.TextPrefix + Words,
            _ => SettingSpelling.Of(Kind),
        };
    }

    internal static SettingsException Refuse(string text, string problem) => new(SettingPaths.FocusTarget, $"\"{ErrorText.Shorten(text)}\" {problem}");

    private static double Position(double value, PositionUnit unit)
    {
        double max = unit == PositionUnit.Percent ? 100 : MaxPixels;
        if (value >= 0 && value <= max)
            return Math.Round(value, PositionDecimals);

        string symbol = unit == PositionUnit.Percent ? "%" : " px";
        throw Refuse(InvariantNumber.Format(value) + symbol, $"is outside the picture, whose positions go from 0 to {InvariantNumber.Format(max)}{symbol}");
    }
}
