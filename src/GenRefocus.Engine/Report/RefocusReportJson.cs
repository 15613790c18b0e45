using System.Text.Json.Serialization;

namespace GenRefocus.Engine;

/// <summary>How a report is written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RefocusReport))]
internal sealed partial class RefocusReportJson : JsonSerializerContext;
