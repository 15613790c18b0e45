namespace GenRefocus.Vision;

/// <summary>Where the pixels of one axis lie among the coarse samples, with centres at +0.5 on both sides.</summary>
internal sealed class FineAxis
{
    private readonly int[] _nearest;

    public FineAxis(int coarse, int fine, int padding)
    {
        _nearest = new int[fine];
        Weights = [new float[fine + padding], new float[fine + padding], new float[fine + padding]];
        float scale = Falloff.Scale(UpsamplingParameters.FineSigma);
        for (int i = 0; i < fine; i++)
        {
            double position = ((i + 0.5) * coarse / fine) - 0.5;
            _nearest[i] = Math.Clamp((int)Math.Floor(position + 0.5), 0, coarse - 1);
            for (int tap = 0; tap < 3; tap++)
            {
                float distance = (float)(_nearest[i] + tap - 1 - position);
                Weights[tap][i] = Falloff.Of(distance * distance * scale);
            }
        }
    }

    /// <summary>Distance weight of the sample before, at and after the nearest one, for each pixel.</summary>
    public float[][] Weights { get; }

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
