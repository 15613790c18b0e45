namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>A host has one place where its engine listens, which the process's environment names: one test at a time.</summary>
[CollectionDefinition(nameof(OneHost), DisableParallelization = true)]
public sealed class OneHost;
