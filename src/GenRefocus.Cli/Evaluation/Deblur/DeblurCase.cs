namespace GenRefocus.Cli;

/// <summary>A trial that is not made yet.</summary>
/// <param name="Set">Its set.</param>
/// <param name="Name">Its name.</param>
/// <param name="Make">Reads or draws it; the caller disposes of it.</param>
internal sealed record DeblurCase(string Set, string Name, Func<CancellationToken, DeblurTrial> Make);
