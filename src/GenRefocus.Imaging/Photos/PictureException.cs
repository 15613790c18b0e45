namespace GenRefocus.Imaging;

/// <summary>A picture could not be read or written; the message says which, why, and what to do, and can be shown as it is.</summary>
public sealed class PictureException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">A sentence for the user.</param>
    /// <param name="innerException">The cause, if another error was it.</param>
    public PictureException(PictureErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public PictureErrorKind Kind { get; }
}
