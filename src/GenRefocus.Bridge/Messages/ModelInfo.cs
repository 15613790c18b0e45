namespace GenRefocus.Bridge;

/// <summary>A network.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sha256">Hash of its file.</param>
public sealed record ModelInfo(string Id, string? Sha256);
