namespace GenRefocus.Server.Tests.Kills;

/// <summary>What an engine is doing when it is killed.</summary>
internal enum KillPhase
{
    /// <summary>The picture is on its way to it.</summary>
    Transfer,

    /// <summary>It finds out what does not depend on the lens.</summary>
    Analyse,

    /// <summary>It renders.</summary>
    Render,

    /// <summary>The result is on its way back.</summary>
    Return,
}
