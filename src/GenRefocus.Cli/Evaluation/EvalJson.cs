using System.Text.Json.Serialization;

namespace GenRefocus.Cli;

/// <summary>How evaluations are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(DepthFigures))]
[JsonSerializable(typeof(SubjectFigures))]
[JsonSerializable(typeof(QualityFigures))]
internal sealed partial class EvalJson : JsonSerializerContext;
