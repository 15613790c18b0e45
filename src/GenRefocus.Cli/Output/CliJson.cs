using System.Text.Json.Serialization;
using GenRefocus.HostCheck;

namespace GenRefocus.Cli;

/// <summary>How results are written as JSON, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(PhotoInfo))]
[JsonSerializable(typeof(DepthSummary))]
[JsonSerializable(typeof(DeblurSummary))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(BindingReport))]
internal sealed partial class CliJson : JsonSerializerContext;
