using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>Parameters of <c>$/progress</c>.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Stage">What is being done.</param>
/// <param name="Fraction">Finished share of the whole, 0 … 1.</param>
/// <param name="Text">The same in words.</param>
public sealed record ProgressParams(JsonElement Id, string Stage, double Fraction, string Text)
{
    /// <summary>Seconds that are left; null until they can be told.</summary>
    public double? EtaSeconds { get; init; }
}
