namespace GenRefocus.Bridge;

/// <summary>Versions of the protocol, both ends included.</summary>
/// <param name="Min">The oldest.</param>
/// <param name="Max">The newest.</param>
public sealed record VersionRange(int Min, int Max)
{
    /// <summary>What this build speaks.</summary>
    public static VersionRange Own { get; } = new(1, 1);

    /// <summary>The highest version that both know; null when there is none.</summary>
    /// <param name="other">The peer's.</param>
    public int? Common(VersionRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int highest = Math.Min(Max, other.Max);
        return other.Min <= other.Max && highest >= Math.Max(Min, other.Min) ? highest : null;
    }
}
