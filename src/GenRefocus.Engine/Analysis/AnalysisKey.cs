using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>What an analysis depends on beside its picture.</summary>
internal sealed record AnalysisKey(DepthSettings Depth, bool RepairsImported);
