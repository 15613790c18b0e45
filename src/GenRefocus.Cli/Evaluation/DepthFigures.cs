namespace GenRefocus.Cli;

/// <summary>What <c>eval depth</c> prints.</summary>
/// <param name="Model">Id of the network.</param>
/// <param name="ModelSha256">Its file.</param>
/// <param name="Rmse">Mean over the pictures of the error after the best scale and shift, over the deviation of the truth.</param>
/// <param name="Ordinal">Mean over the pictures of the share of pairs in the wrong order.</param>
/// <param name="Pictures">Each picture's.</param>
internal sealed record DepthFigures(string? Model, string? ModelSha256, double Rmse, double Ordinal, IReadOnlyList<DepthFigure> Pictures);
