using System.Runtime.CompilerServices;

namespace GenRefocus.Rendering;

/// <summary>The sources of one slice in one tile, with what the later steps want to know of them. Reused from tile to tile.</summary>
internal sealed class SourceList
{
    private SourceRef[] _quads = new SourceRef[256];
    private SourceRef[] _singles = new SourceRef[256];
    private int _quadCount;
    private int _singleCount;

    /// <summary>Groups of four neighbours (X is the first of them) that share a kernel.</summary>
    public ReadOnlySpan<SourceRef> Quads => _quads.AsSpan(0, _quadCount);

    /// <summary>Sources on their own.</summary>
    public ReadOnlySpan<SourceRef> Singles => _singles.AsSpan(0, _singleCount);

    /// <summary>Whether there is no source.</summary>
    public bool IsEmpty => _quadCount + _singleCount == 0;

    /// <summary>First column that holds a source, relative to the tile.</summary>
    public int MinX { get; private set; }

    /// <summary>Last column that holds a source.</summary>
    public int MaxX { get; private set; }

    /// <summary>First row that holds a source.</summary>
    public int MinY { get; private set; }

    /// <summary>Last row that holds a source.</summary>
    public int MaxY { get; private set; }

    /// <summary>Largest radius of the sources in kernel steps.</summary>
    public int MaxStep { get; private set; }

    /// <summary>Forgets all sources and keeps the memory.</summary>
    public void Clear()
    {
        _quadCount = _singleCount = 0;
        MinX = MinY = int.MaxValue;
        MaxX = MaxY = int.MinValue;
        MaxStep = 0;
    }

    /// <summary>Adds four neighbours.</summary>
    /// <param name="source">The first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddQuad(SourceRef source)
    {
        if (_quadCount == _quads.Length)
            Array.Resize(ref _quads, 2 * _quads.Length);
        _quads[_quadCount++] = source;
        Include(source, 3);
    }

    /// <summary>Adds one source.</summary>
    /// <param name="source">The source.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddSingle(SourceRef source)
    {
        if (_singleCount == _singles.Length)
            Array.Resize(ref _singles, 2 * _singles.Length);
        _singles[_singleCount++] = source;
        Include(source, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Include(SourceRef source, int extent)
    {
        MinX = Math.Min(MinX, source.X);
        MaxX = Math.Max(MaxX, source.X + extent);
        MinY = Math.Min(MinY, source.Y);
        MaxY = Math.Max(MaxY, source.Y);
        MaxStep = Math.Max(MaxStep, Math.Abs((int)source.Step));
    }
}
