namespace GenRefocus.HostCheck;

/// <summary>What a comparison of a plug-in with a host found.</summary>
/// <param name="Plugin">The plug-in's file.</param>
/// <param name="Host">The host's folder.</param>
/// <param name="HostVersion">Version of the host's assemblies that the plug-in uses: the least of them; null where none was found.</param>
/// <param name="Assemblies">The host's assemblies that the plug-in uses.</param>
/// <param name="Types">Types of the host that were compared.</param>
/// <param name="Members">Methods and fields of the host that were compared.</param>
/// <param name="Overrides">Methods of the plug-in that the host calls, compared with what they stand for.</param>
/// <param name="Problems">What does not fit; empty when all does.</param>
public sealed record BindingReport(
    string Plugin, string Host, string? HostVersion, IReadOnlyList<string> Assemblies, int Types, int Members, int Overrides, IReadOnlyList<BindingProblem> Problems)
{
    /// <summary>Whether the plug-in can work in the host.</summary>
    public bool Fits => Problems.Count == 0;
}
