namespace GenRefocus.Bridge;

/// <summary>Memory of the client that holds a plane.</summary>
/// <param name="Kind"><c>memfd</c> or <c>section</c>.</param>
public sealed record SharedPlane(string Kind)
{
    /// <summary>Kind of Linux.</summary>
    public const string Memfd = "memfd";

    /// <summary>Kind of Windows.</summary>
    public const string Section = "section";

    /// <summary>Number of the descriptor in the client's process.</summary>
    public int? Fd { get; init; }

    /// <summary>Name of the section.</summary>
    public string? Name { get; init; }
}
