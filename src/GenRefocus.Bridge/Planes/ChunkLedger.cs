namespace GenRefocus.Bridge;

/// <summary>Keeps account of which bytes of a plane came: each once, in any order, in a bounded number of stretches.</summary>
public sealed class ChunkLedger
{
    /// <summary>Separate filled stretches at most.</summary>
    public const int MaxStretches = 4096;

    private readonly SortedList<long, long> _ends = [];
    private readonly long _length;
    private long _came;

    /// <summary>Starts with nothing.</summary>
    /// <param name="length">Bytes of the plane.</param>
    public ChunkLedger(long length) => _length = length;

    /// <summary>Whether every byte came.</summary>
    public bool IsComplete => _came == _length;

    /// <summary>Enters a chunk.</summary>
    /// <param name="offset">Where it begins.</param>
    /// <param name="count">Its bytes.</param>
    /// <exception cref="ProtocolException">It lies outside, came before, or makes too many stretches.</exception>
    public void Enter(ulong offset, int count)
    {
        if (offset > (ulong)_length || (ulong)count > (ulong)_length - offset)
            throw new ProtocolException($"A chunk of {count} bytes at {offset} lies outside its plane of {_length} bytes.");
        if (count == 0)
            return;
        long start = (long)offset, end = start + count;
        int next = FirstAtOrAfter(start);
        if ((next > 0 && _ends.GetValueAtIndex(next - 1) > start) || (next < _ends.Count && _ends.GetKeyAtIndex(next) < end))
            throw new ProtocolException($"Bytes of a plane came twice, in a chunk of {count} bytes at {offset}.");
        _came += count;
        if (next < _ends.Count && _ends.GetKeyAtIndex(next) == end)
        {
            end = _ends.GetValueAtIndex(next);
            _ends.RemoveAt(next);
        }

        if (next > 0 && _ends.GetValueAtIndex(next - 1) == start)
            _ends.SetValueAtIndex(next - 1, end);
        else if (_ends.Count < MaxStretches)
            _ends.Add(start, end);
        else
            throw new ProtocolException($"The chunks of a plane leave more than {MaxStretches} separate stretches.");
    }

    private int FirstAtOrAfter(long start)
    {
        int low = 0, high = _ends.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ends.GetKeyAtIndex(middle) < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
