using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>Answer to <c>image/render</c>.</summary>
/// <param name="Plane">The plane that holds the result.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="History">What was used and found.</param>
public sealed record RenderResult(uint Plane, int Width, int Height, JsonElement History);
