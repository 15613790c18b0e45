namespace GenRefocus.Server.Tests;

/// <summary>Tests that count this process's descriptors or memory, or share the machine by design: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
