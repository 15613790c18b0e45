using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

/// <summary>The upsampler as its description says it, pixel by pixel in double precision.</summary>
internal static class SlowUpsampler
{
    public static Plane<float> Upsample(Plane<float> network, LinearImage picture, Plane<float>? mask = null)
    {
        int w = network.Width, h = network.Height;
        using Plane<float>? smallMask = mask is null ? null : Resampler.Resize(mask, w, h, ResampleFilter.Area, 1, CancellationToken.None);
        using Plane<float> coarse = smallMask is null ? Pictures.Plane(w, h, (x, y) => network[x, y]) : Gather(Sharpen(network, smallMask), smallMask);
        double[] sorted = [.. Pictures.Values(coarse).Select(v => (double)v).Order()];
        double span = Percentile(sorted, UpsamplingParameters.SpanHigh) - Percentile(sorted, UpsamplingParameters.SpanLow);
        using LinearImage small = Resampler.Resize(picture, w, h, ResampleFilter.Area, 1, CancellationToken.None);
        return Pictures.Plane(picture.Width, picture.Height, (x, y) =>
        {
            double px = ((x + 0.5) * w / picture.Width) - 0.5, py = ((y + 0.5) * h / picture.Height) - 0.5;
            int cx = Math.Clamp((int)Math.Floor(px + 0.5), 0, w - 1), cy = Math.Clamp((int)Math.Floor(py + 0.5), 0, h - 1);
            var taps = new List<(double Weight, double Disparity)>();
            for (int j = cy - UpsamplingParameters.Radius; j <= cy + UpsamplingParameters.Radius; j++)
            {
                for (int i = cx - UpsamplingParameters.Radius; i <= cx + UpsamplingParameters.Radius; i++)
                {
                    int qx = Math.Clamp(i, 0, w - 1), qy = Math.Clamp(j, 0, h - 1);
                    double distance = Weight(i - px, UpsamplingParameters.DistanceSigma) * Weight(j - py, UpsamplingParameters.DistanceSigma);
                    double colourDifference = Vector3.Distance(Guide(picture[x, y]), Guide(small[qx, qy]));
                    double maskDifference = mask is null || smallMask is null ? 0 : UpsamplingParameters.MaskColour * (mask[x, y] - smallMask[qx, qy]);
                    double difference = double.Hypot(colourDifference, maskDifference);
                    double colour = Weight(difference, UpsamplingParameters.ColourSigma) + UpsamplingParameters.Floor;
                    taps.Add((distance * colour * Trust(coarse, qx, qy, span), coarse[qx, qy]));
                }
            }

            double mean = Mean(taps);
            double Second(double disparity) => Weight(disparity - mean, UpsamplingParameters.DisparitySigma * span) + UpsamplingParameters.Floor;
            return (float)Mean([.. taps.Select(t => (t.Weight * Second(t.Disparity), t.Disparity))]);
        });
    }

    private static Plane<float> Sharpen(Plane<float> disparity, Plane<float> mask)
    {
        int w = disparity.Width, h = disparity.Height;
        IEnumerable<(int X, int Y)> Around(int x, int y, int radius) =>
            from j in Enumerable.Range(y - radius, (2 * radius) + 1) from i in Enumerable.Range(x - radius, (2 * radius) + 1) where i >= 0 && j >= 0 && i < w && j < h select (i, j);
        double Range(int x, int y) => Around(x, y, 2).Max(q => mask[q.X, q.Y]) - Around(x, y, 2).Min(q => mask[q.X, q.Y]);
        double Near(double squared) => Weight(Math.Sqrt(squared), UpsamplingParameters.OutlineSigma);
        return Pictures.Plane(w, h, (x, y) =>
        {
            double own = disparity[x, y], nearness = 0, sum = 0, total = 0;
            foreach ((int i, int j) in Around(x, y, UpsamplingParameters.OutlineRadius))
            {
                double squared = ((i - x) * (i - x)) + ((j - y) * (j - y)), range = Range(i, j);
                if (range > UpsamplingParameters.OutlineLeastRange)
                    nearness = Math.Max(nearness, range * Near(squared));
                // One falloff of the sum of both, as in the fast loop: (1 − x/8)⁸ of a sum is not the product of two.
                double unlike = (squared / (2 * Square(UpsamplingParameters.OutlineSigma))) + (Square(mask[i, j] - mask[x, y]) / (2 * Square(UpsamplingParameters.OutlineMaskSigma)));
                double weight = Math.Pow(Math.Max(0, 1 - (unlike / 8)), 8) * (Weight(range, UpsamplingParameters.OutlineRangeSigma) + UpsamplingParameters.TrustFloor);
                sum += weight * disparity[i, j];
                total += weight;
            }

            nearness = Math.Min(1, nearness * UpsamplingParameters.OutlineReach);
            return (float)((own * (1 - nearness)) + (nearness * sum / total));
        });
    }

    // Pieces by labels that spread from neighbour to neighbour until none changes.
    private static Plane<float> Gather(Plane<float> disparity, Plane<float> mask)
    {
        using (disparity)
        {
            int w = disparity.Width, h = disparity.Height;
            int[] label = [.. Enumerable.Range(0, w * h).Select(i => mask[i % w, i / w] > 0.5f ? i : -1)];
            for (bool changed = true; changed;)
            {
                changed = false;
                foreach ((int a, int b) in Enumerable.Range(0, w * h).SelectMany(i => new[] { (i, i % w < w - 1 ? i + 1 : i), (i, i / w < h - 1 ? i + w : i) }))
                {
                    if (label[a] < 0 || label[b] < 0 || label[a] == label[b])
                        continue;
                    label[a] = label[b] = Math.Min(label[a], label[b]);
                    changed = true;
                }
            }

            return Pictures.Plane(w, h, (x, y) =>
            {
                int own = label[(y * w) + x];
                float[] piece = own < 0 ? [] : [.. Enumerable.Range(0, w * h).Where(i => label[i] == own).Select(i => disparity[i % w, i / w]).Order()];
                float least = piece.Length < 16 ? disparity[x, y] : piece[piece.Length / 4];
                return disparity[x, y] + (mask[x, y] * Math.Max(0, least - disparity[x, y]));
            });
        }
    }

    private static double Square(double value) => value * value;

    private static double Trust(Plane<float> coarse, int x, int y, double span)
    {
        IEnumerable<float> around = from j in Enumerable.Range(y - 1, 3)
                                    from i in Enumerable.Range(x - 1, 3)
                                    where i >= 0 && j >= 0 && i < coarse.Width && j < coarse.Height
                                    select coarse[i, j];
        double inside = Math.Min(around.Max() - coarse[x, y], coarse[x, y] - around.Min());
        return Weight(inside, UpsamplingParameters.RampSigma * span) + UpsamplingParameters.TrustFloor;
    }

    private static double Weight(double distance, double sigma)
    {
        return sigma > 0 ? Math.Pow(Math.Max(0, 1 - (distance * distance / (2 * sigma * sigma) / 8)), 8) : 1;
    }

    private static double Mean(List<(double Weight, double Disparity)> taps) => taps.Sum(t => t.Weight * t.Disparity) / taps.Sum(t => t.Weight);

    private static Vector3 Guide(Vector4 linear) => Vector3.SquareRoot(Vector3.Clamp(linear.AsVector3(), Vector3.Zero, Vector3.One));

    private static double Percentile(double[] sorted, double percent)
    {
        double position = percent / 100 * (sorted.Length - 1);
        int index = (int)position;
        return sorted[index] + ((position - index) * (sorted[Math.Min(index + 1, sorted.Length - 1)] - sorted[index]));
    }
}
