using System.Runtime.ExceptionServices;

namespace GenRefocus.Imaging;

/// <summary>What libvips writes to: passes everything on, and remembers why that failed, because no exception gets through libvips.</summary>
internal sealed class EncodedStream(Stream target) : Stream
{
    /// <summary>Why a write failed, or null.</summary>
    public ExceptionDispatchInfo? Error { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            target.Write(buffer, offset, count);
        }
        catch (Exception e)
        {
            Error ??= ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
