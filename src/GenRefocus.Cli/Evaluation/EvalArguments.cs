namespace GenRefocus.Cli;

/// <summary>What every evaluation takes.</summary>
/// <param name="Threads">Threads at most.</param>
/// <param name="Json">Whether the result is JSON.</param>
/// <param name="Quiet">Whether progress is kept back.</param>
/// <param name="Environment">The environment.</param>
internal sealed record EvalArguments(int Threads, bool Json, bool Quiet, EngineEnvironment Environment);
