namespace GenRefocus.Bridge;

/// <summary>A picture that is open in the engine.</summary>
public sealed class BridgeImage
{
    private readonly List<IDisposable> _memory;

    internal BridgeImage(int number, int width, int height, bool wasKnown, IEnumerable<IDisposable> memory)
    {
        Number = number;
        Width = width;
        Height = height;
        WasKnown = wasKnown;
        _memory = [.. memory];
    }

    /// <summary>Its number in the connection.</summary>
    public int Number { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Whether the engine knew it, so that nothing had to be sent.</summary>
    public bool WasKnown { get; }

    /// <summary>Gives back the memory that it was sent in: a request succeeded, so the engine has read it.</summary>
    internal void WasRead()
    {
        lock (_memory)
        {
            foreach (IDisposable memory in _memory)
                memory.Dispose();
            _memory.Clear();
        }
    }
}
