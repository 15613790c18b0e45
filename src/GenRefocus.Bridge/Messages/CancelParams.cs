using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>$/cancelRequest</c>.</summary>
/// <param name="Id">The request's id.</param>
public sealed record CancelParams(JsonElement Id);
