namespace GenRefocus.Engine;

/// <summary>
/// MT19937 (Matsumoto and Nishimura, 1998), seeded and bounded as NumPy's <c>RandomState(seed).randint(0, bound)</c> does it, so that the pairs of pixels are those of everybody
/// who measures with that.
/// </summary>
internal sealed class MersenneTwister
{
    private const int Length = 624, Middle = 397;
    private const uint Upper = 0x8000_0000, Lower = 0x7fff_ffff, Twist = 0x9908_b0df;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    /// <summary>Seeds.</summary>
    /// <param name="seed">Any seed.</param>
    public MersenneTwister(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Length; i++)
            _state[i] = (1_812_433_253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i;
    }

    /// <summary>A number below a bound.</summary>
    /// <param name="bound">1 or more.</param>
    public int Below(int bound)
    {
        uint largest = (uint)bound - 1, mask = largest;
        if (largest == 0)
            return 0;
        for (int shift = 1; shift < 32; shift *= 2)
            mask |= mask >> shift;
        uint value;
        do
        {
            value = Next() & mask;
        }
        while (value > largest);
        return (int)value;
    }

    /// <summary>32 random bits.</summary>
    public uint Next()
    {
        if (_next == Length)
            Generate();
        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c_5680;
        y ^= (y << 15) & 0xefc6_0000;
        return y ^ (y >> 18);
    }

    private void Generate()
    {
        for (int i = 0; i < Length; i++)
        {
            uint y = (_state[i] & Upper) | (_state[(i + 1) % Length] & Lower);
            _state[i] = _state[(i + Middle) % Length] ^ (y >> 1) ^ ((y & 1) != 0 ? Twist : 0);
        }

        _next = 0;
    }
}
