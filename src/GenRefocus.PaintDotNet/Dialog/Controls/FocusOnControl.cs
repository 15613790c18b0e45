namespace GenRefocus.PaintDotNet;

/// <summary>The list of what to focus on.</summary>
internal sealed record FocusOnControl() : DialogControl(RefocusProperty.FocusOn, DialogTab.Focus)
{
    /// <summary>The point that is clicked; what the photo suggests, as long as none was.</summary>
    public const string Point = "point";

    /// <summary>The choices; all but the point are words of the settings too.</summary>
    public static IReadOnlyList<string> Choices { get; } = [Point, "subject", "center", "near", "far"];
}
