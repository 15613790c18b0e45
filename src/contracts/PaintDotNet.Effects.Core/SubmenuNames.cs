namespace PaintDotNet.Effects;

public static class SubmenuNames
{
    public static string Blurs => "Blurs";

    public static string Photo => "Photo";
}
