namespace GenRefocus.Bridge;

/// <summary>Names of methods; <c>docs/bridge-protocol.md</c>, section 3.</summary>
public static class BridgeMethods
{
    /// <summary>The first message.</summary>
    public const string Hello = "hello";

    /// <summary>Opens a picture.</summary>
    public const string Open = "image/open";

    /// <summary>Finds out what does not depend on the lens.</summary>
    public const string Analyze = "image/analyze";

    /// <summary>Renders.</summary>
    public const string Render = "image/render";

    /// <summary>Closes a picture.</summary>
    public const string Close = "image/close";

    /// <summary>Says what is understood of words.</summary>
    public const string Prompt = "prompt";

    /// <summary>Tells about the engine.</summary>
    public const string Info = "engine/info";

    /// <summary>Ends the engine.</summary>
    public const string Shutdown = "engine/shutdown";

    /// <summary>Cancels a request.</summary>
    public const string Cancel = "$/cancelRequest";

    /// <summary>Tells how far a request has come.</summary>
    public const string Progress = "$/progress";
}
