using System.Text.Json.Serialization;

namespace GenRefocus.Inference;

/// <summary>Reads and writes cache entries without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(SelfCheckCacheEntry))]
internal sealed partial class SelfCheckCacheJson : JsonSerializerContext;
