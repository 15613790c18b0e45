namespace GenRefocus.Imaging;

/// <summary>A picture that can be decoded to linear light, wherever its samples come from. One instance always gives the same pixels.</summary>
public interface IPictureSource
{
    /// <summary>What integers of the picture stand for.</summary>
    ColourEncoding Encoding { get; }

    /// <summary>What the camera noted about the shot.</summary>
    CaptureInfo Capture { get; }

    /// <summary>Decodes to linear light, 16 bytes a pixel; the caller disposes of it.</summary>
    /// <param name="threads">Threads at most, 1 or more.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    LinearImage ToLinear(int threads, CancellationToken cancellationToken = default);
}
