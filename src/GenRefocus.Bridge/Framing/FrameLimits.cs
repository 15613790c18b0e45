namespace GenRefocus.Bridge;

/// <summary>Sizes and times of frames; <c>docs/bridge-protocol.md</c>, section 2.</summary>
public static class FrameLimits
{
    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 12;

    /// <summary>Bytes of the header that <c>length</c> counts.</summary>
    public const int CountedHeaderBytes = 8;

    /// <summary>Bytes of a chunk's offset.</summary>
    public const int OffsetBytes = 8;

    /// <summary>Bytes of JSON in a message at most.</summary>
    public const int MaxMessageBytes = 1 << 20;

    /// <summary>Bytes of a plane in a chunk at most.</summary>
    public const int MaxChunkBytes = 4 << 20;

    /// <summary>How long a frame that has begun may take to come or to be taken.</summary>
    public static TimeSpan FrameTime { get; } = TimeSpan.FromSeconds(30);
}
