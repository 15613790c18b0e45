namespace PaintDotNet.ComponentModel;

public class RefTrackedObject : IObjectRef
{
    private int _disposed;

    public RefTrackedObject()
    {
    }

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Dispose(true);
        GC.SuppressFinalize(this);
    }

    public bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef)
    {
        newObjectRef = null;
        return false;
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
