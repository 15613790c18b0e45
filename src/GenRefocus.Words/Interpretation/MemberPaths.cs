namespace GenRefocus.Words;

/// <summary>Paths of the members that words treat in a way of their own.</summary>
internal static class MemberPaths
{
    public const string FNumber = "blur.fNumber";
    public const string Strength = "blur.strength";
    public const string Near = "blur.near";
    public const string Far = "blur.far";
    public const string TiltDirection = "focus.tiltDirection";
    public const string Inner = "aperture.inner";
    public const string Anamorphic = "aperture.anamorphic";
}
