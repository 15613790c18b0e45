using PaintDotNet.ComponentModel;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>What every object of the host can do.</summary>
internal abstract class HostObject : IObjectRef
{
    public bool IsDisposed { get; private set; }

    public bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef)
    {
        newObjectRef = null;
        return false;
    }

    public void Dispose() => IsDisposed = true;
}
