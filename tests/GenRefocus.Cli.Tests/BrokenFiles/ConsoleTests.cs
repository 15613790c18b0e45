namespace GenRefocus.Cli.Tests;

/// <summary>Tests that run commands inside the tests' process and look at its console: alone, one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConsoleTests
{
    public const string Name = "Console";
}
