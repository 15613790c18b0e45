using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>How rendered scenes and stacks are described.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(EvalSetEntry))]
[JsonSerializable(typeof(RenderEntry))]
internal sealed partial class SceneJson : JsonSerializerContext;
