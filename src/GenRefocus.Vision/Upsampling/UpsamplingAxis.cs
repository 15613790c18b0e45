namespace GenRefocus.Vision;

/// <summary>Where the pixels of one axis lie among the coarse samples, with centres at +0.5 on both sides.</summary>
internal sealed class UpsamplingAxis
{
    private readonly int[] _nearest;
    private readonly float[][] _weights;

    /// <summary>Prepares the axis.</summary>
    /// <param name="coarse">Samples.</param>
    /// <param name="fine">Pixels.</param>
    /// <param name="padding">Entries behind the last pixel's weights that may be read.</param>
    public UpsamplingAxis(int coarse, int fine, int padding)
    {
        _nearest = new int[fine];
        _weights = new float[UpsamplingTap.Side][];
        for (int tap = 0; tap < _weights.Length; tap++)
            _weights[tap] = new float[fine + padding];
        float scale = Falloff.Scale(UpsamplingParameters.DistanceSigma);
        for (int i = 0; i < fine; i++)
        {
            double position = ((i + 0.5) * coarse / fine) - 0.5;
            _nearest[i] = Math.Clamp((int)Math.Floor(position + 0.5), 0, coarse - 1);
            for (int tap = 0; tap < _weights.Length; tap++)
            {
                float distance = (float)(_nearest[i] + tap - UpsamplingParameters.Radius - position);
                _weights[tap][i] = Falloff.Of(distance * distance * scale);
            }
        }
    }

    /// <summary>Distance weights of one tap for all pixels.</summary>
    /// <param name="tap">0 for the sample <see cref="UpsamplingParameters.Radius"/> before the nearest one, and so on.</param>
    public ReadOnlySpan<float> Weights(int tap) => _weights[tap];

    /// <summary>The coarse sample nearest to a pixel.</summary>
    public int Nearest(int pixel) => _nearest[pixel];

    /// <summary>The pixel after the last one that has the same nearest sample.</summary>
    public int EndOfCell(int pixel)
    {
        int nearest = _nearest[pixel];
        while (pixel < _nearest.Length && _nearest[pixel] == nearest)
            pixel++;
        return pixel;
    }
}
