namespace GenRefocus.Bridge;

/// <summary>Answer to <c>image/open</c>.</summary>
/// <param name="Image">The image's number in this connection.</param>
/// <param name="Have">Whether the engine knows the content.</param>
/// <param name="Upload">Planes that it wants.</param>
public sealed record OpenResult(int Image, bool Have, IReadOnlyList<uint> Upload);
