namespace GenRefocus.Bridge;

/// <summary>What a frame carries.</summary>
public enum FrameType : byte
{
    /// <summary>A JSON-RPC message.</summary>
    Message = 1,

    /// <summary>Bytes of a plane.</summary>
    Chunk = 2,
}
