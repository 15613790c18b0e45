using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>What an analysis depends on.</summary>
internal sealed record AnalysisKey(AllInFocus Picture, DepthSettings Depth, bool RepairsImported);
