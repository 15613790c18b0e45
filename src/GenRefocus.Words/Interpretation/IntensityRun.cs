namespace GenRefocus.Words;

/// <summary>Words of intensity that stand together.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">The character behind the last.</param>
internal sealed record IntensityRun(IReadOnlyList<string> Ids, int Start, int End);
