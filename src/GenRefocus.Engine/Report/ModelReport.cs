namespace GenRefocus.Engine;

/// <summary>A network that was used.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sha256">SHA-256 of its file.</param>
public sealed record ModelReport(string Id, string Sha256);
