namespace GenRefocus.Engine;

/// <summary>The depth of a picture.</summary>
/// <param name="Source"><c>model</c> or <c>file</c>.</param>
/// <param name="Unit"><c>relative</c> or <c>dioptres</c>.</param>
/// <param name="DioptresPerUnit">Dioptres for each unit of disparity; 1 for dioptres.</param>
/// <param name="Span">98th − 2nd percentile of disparity.</param>
/// <param name="EdgesRepaired">Whether edges were repaired.</param>
/// <param name="Model">Id of the network; null for a file.</param>
/// <param name="ModelSha256">SHA-256 of the network's file; null for a file.</param>
public sealed record DepthReport(string Source, string Unit, double DioptresPerUnit, double Span, bool EdgesRepaired, string? Model, string? ModelSha256);
