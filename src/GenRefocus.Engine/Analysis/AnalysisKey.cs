using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Engine;

/// <summary>What an analysis depends on.</summary>
internal sealed record AnalysisKey(IPictureSource Photo, DepthSettings Depth, bool RepairsImported);
