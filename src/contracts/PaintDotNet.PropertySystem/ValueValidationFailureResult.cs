namespace PaintDotNet.PropertySystem;

public enum ValueValidationFailureResult
{
    Ignore = 0,
    Clamp = 1,
    ThrowException = 2,
}
