using System.Text.Json.Serialization;

namespace GenRefocus.Bridge;

/// <summary>How messages are written as JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RpcErrorInfo))]
[JsonSerializable(typeof(HelloParams))]
[JsonSerializable(typeof(HelloResult))]
[JsonSerializable(typeof(OpenParams))]
[JsonSerializable(typeof(OpenResult))]
[JsonSerializable(typeof(AnalyzeParams))]
[JsonSerializable(typeof(AnalyzeResult))]
[JsonSerializable(typeof(RenderParams))]
[JsonSerializable(typeof(RenderResult))]
[JsonSerializable(typeof(CloseParams))]
[JsonSerializable(typeof(CancelParams))]
[JsonSerializable(typeof(ProgressParams))]
[JsonSerializable(typeof(PromptParams))]
[JsonSerializable(typeof(PromptResult))]
[JsonSerializable(typeof(EngineInfo))]
[JsonSerializable(typeof(EmptyObject))]
public sealed partial class BridgeJson : JsonSerializerContext;
