namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>image/close</c>.</summary>
/// <param name="Image">The image.</param>
public sealed record CloseParams(int Image);
