namespace GenRefocus.PaintDotNet.Tests.Engines;

/// <summary>What a fake engine does with a render.</summary>
internal enum FakeBehaviour
{
    /// <summary>Renders.</summary>
    Renders,

    /// <summary>Never answers.</summary>
    Hangs,

    /// <summary>Ends all its connections.</summary>
    Crashes,

    /// <summary>Refuses the settings.</summary>
    Refuses,

    /// <summary>Is of an older protocol, and says so at the hello.</summary>
    IsOld,

    /// <summary>Accepts connections and says nothing at all.</summary>
    IsSilent,
}
