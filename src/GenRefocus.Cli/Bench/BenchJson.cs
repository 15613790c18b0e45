using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>How measurements are written as JSON: figures carry their unit in their name, as median_ms.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(BenchRenderResult))]
internal sealed partial class BenchJson : JsonSerializerContext;
