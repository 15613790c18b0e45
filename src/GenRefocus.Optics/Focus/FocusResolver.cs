using System.Globalization;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Optics;

/// <summary>Turns what the user wants sharp into a disparity.</summary>
public sealed class FocusResolver
{
    /// <summary>A point's window is the picture's width over this many pixels wide, made odd.</summary>
    public const int WindowShare = 400;

    /// <summary>Smallest and largest side of a point's window in pixels.</summary>
    public const int SmallestWindow = 3, LargestWindow = 9;

    /// <summary>Share of the picture that the mask of a sure subject covers.</summary>
    public const double LeastSubject = 0.01, MostSubject = 0.7;

    /// <summary>Least score of a sure subject.</summary>
    public const double LeastScore = 0.6;

    /// <summary>The percentile that is focused on where nothing tells the subject.</summary>
    public const double CentrePercentile = 75;

    /// <summary>σ of the weight of that percentile, as a share of the picture's width and height.</summary>
    public const double CentreSigma = 1.0 / 6;

    // Weights are whole numbers, so that sums do not depend on their order.
    private const double WeightUnit = 1 << 16;

    private const float MaskThreshold = 0.5f;

    private readonly FocusScene _scene;
    private readonly int _threads;
    private readonly CancellationToken _cancellationToken;
    private FocusPlane? _automatic;

    /// <summary>Looks at a scene.</summary>
    /// <param name="scene">Its disparity and what is known about its subject.</param>
    /// <param name="threads">Degree of parallelism, 1 or more; results do not depend on it.</param>
    /// <param name="cancellationToken">Asked between bands of rows.</param>
    public FocusResolver(FocusScene scene, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _scene = scene;
        _threads = threads;
        _cancellationToken = cancellationToken;
    }

    private Plane<float> Disparity => _scene.Disparity;

    /// <summary>The plane of focus of settings.</summary>
    /// <param name="settings">Target or disparity.</param>
    /// <param name="scaling">How many dioptres a unit of disparity is; needed for distances.</param>
    /// <exception cref="SettingsException">
    /// The disparity is above 1 where it is relative, the place lies outside the picture, or words are given and no model reads them.
    /// </exception>
    public FocusPlane Resolve(FocusSettings settings, DepthScaling scaling)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Disparity is { } disparity)
            return Given(disparity);

        FocusTarget target = settings.Target;
        return target.Kind switch
        {
            FocusTargetKind.Point => AtPoint(Place(target), FocusMethod.Point),
            FocusTargetKind.Rectangle => InRectangle(Place(target), FocusMethod.Rectangle),
            FocusTargetKind.Center => AtPoint((Disparity.Width / 2.0, Disparity.Height / 2.0, 0, 0), FocusMethod.Center),
            FocusTargetKind.Near => new FocusPlane(_scene.Histogram.Percentile(DisparityHistogram.NearPercentile), FocusMethod.Near),
            FocusTargetKind.Far => new FocusPlane(_scene.Histogram.Percentile(DisparityHistogram.FarPercentile), FocusMethod.Far),
            FocusTargetKind.Distance => new FocusPlane(scaling.Disparity(target.Metres), FocusMethod.Distance),
            FocusTargetKind.Subject => OnSubject(),
            FocusTargetKind.Text => throw new SettingsException(
                SettingPaths.FocusTarget, "words can only be focused on when a text-to-mask model is installed; click the place instead (50%,40%)"),
            _ => Automatic(),
        };
    }

    /// <summary>What <c>auto</c> focuses on; also what the photo's own scale of distance is measured at.</summary>
    public FocusPlane Automatic() => _automatic ??= CameraSubject() ?? SureSubject() ?? CentreWeighted();

    /// <summary>What the camera noted as its subject; null where it did not, or where it lies outside the picture.</summary>
    private FocusPlane? CameraSubject()
    {
        if (_scene.CameraSubject is not { } area)
            return null;
        if (!(area.CentreX >= 0 && area.CentreX < Disparity.Width && area.CentreY >= 0 && area.CentreY < Disparity.Height))
            return null;
        return area.Width >= 1 && area.Height >= 1
            ? InRectangle((area.CentreX - (area.Width / 2), area.CentreY - (area.Height / 2), area.Width, area.Height), FocusMethod.CameraSubjectArea)
            : AtPoint((area.CentreX, area.CentreY, 0, 0), FocusMethod.CameraSubjectArea);
    }

    private FocusPlane? SureSubject()
    {
        if (_scene.Subject is not { Score: >= LeastScore } subject)
            return null;
        long covered = 0;
        for (int y = 0; y < subject.Mask.Height; y++)
        {
            foreach (float value in subject.Mask.Row(y))
                covered += value > MaskThreshold ? 1 : 0;
        }

        double share = covered / ((double)subject.Mask.Width * subject.Mask.Height);
        return share is >= LeastSubject and <= MostSubject ? InMask(subject.Mask) : null;
    }

    private FocusPlane OnSubject()
    {
        FocusPlane? plane = _scene.Subject is { } subject ? InMask(subject.Mask) : null;
        return plane ?? Automatic() with
        {
            Warning = _scene.Subject is null
                ? "No model that finds subjects is installed; the focus was chosen automatically."
                : "No subject was found; the focus was chosen automatically.",
        };
    }

    private FocusPlane Given(double disparity)
    {
        if (_scene.Unit == DisparityUnit.Relative && disparity > FocusSettings.MaxRelativeDisparity)
        {
            throw new SettingsException(SettingPaths.FocusDisparity, string.Create(
                CultureInfo.InvariantCulture, $"{disparity} is above 1, the nearest point of relative depth; give 0 (far) to 1 (near)"));
        }

        return new FocusPlane(disparity, FocusMethod.GivenDisparity);
    }

    // Left, top, width and height in pixels.
    private (double X, double Y, double Width, double Height) Place(FocusTarget target)
    {
        // Refuses pixels outside the picture, with the picture's size in the message.
        target.InPercent(Disparity.Width, Disparity.Height);
        (double right, double down) = target.Unit == PositionUnit.Percent ? (Disparity.Width / 100.0, Disparity.Height / 100.0) : (1, 1);
        return (target.X * right, target.Y * down, target.Width * right, target.Height * down);
    }

    private FocusPlane AtPoint((double X, double Y, double Width, double Height) place, FocusMethod method)
    {
        int window = Math.Clamp((Disparity.Width / WindowShare) | 1, SmallestWindow, LargestWindow), half = window / 2;
        int x = Math.Clamp((int)place.X, 0, Disparity.Width - 1), y = Math.Clamp((int)place.Y, 0, Disparity.Height - 1);
        int left = Math.Max(x - half, 0), top = Math.Max(y - half, 0);
        int right = Math.Min(x + half + 1, Disparity.Width), bottom = Math.Min(y + half + 1, Disparity.Height);
        List<float> values = [];
        for (int row = top; row < bottom; row++)
            values.AddRange(Disparity.Row(row)[left..right]);
        values.Sort();
        return new FocusPlane(values[values.Count / 2], method, place.X, place.Y);
    }

    private FocusPlane InRectangle((double X, double Y, double Width, double Height) place, FocusMethod method)
    {
        // Pixels whose centre lies inside, at least the one that holds the upper left corner.
        int left = Math.Clamp((int)Math.Round(place.X), 0, Disparity.Width - 1), top = Math.Clamp((int)Math.Round(place.Y), 0, Disparity.Height - 1);
        int right = Math.Clamp((int)Math.Round(place.X + place.Width), left + 1, Disparity.Width);
        int bottom = Math.Clamp((int)Math.Round(place.Y + place.Height), top + 1, Disparity.Height);
        double median = DisparityHistogram.OfRectangle(Disparity, left, top, right - left, bottom - top, _threads, _cancellationToken).Percentile(50);
        return new FocusPlane(median, method, place.X + (place.Width / 2), place.Y + (place.Height / 2));
    }

    private FocusPlane? InMask(Plane<float> mask)
    {
        DisparityHistogram histogram = DisparityHistogram.OfWeighted(Disparity, (y, weights) =>
        {
            ReadOnlySpan<float> row = mask.Row(y);
            for (int x = 0; x < weights.Length; x++)
                weights[x] = row[x] > MaskThreshold ? 1u : 0u;
        }, _threads, _cancellationToken);
        if (histogram.IsEmpty)
            return null;
        (double x, double y) = Centroid(mask);
        return new FocusPlane(histogram.Percentile(50), FocusMethod.Subject, x, y);
    }

    private static (double X, double Y) Centroid(Plane<float> mask)
    {
        double sum = 0, sumX = 0, sumY = 0;
        for (int y = 0; y < mask.Height; y++)
        {
            ReadOnlySpan<float> row = mask.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                double inside = row[x] > MaskThreshold ? 1 : 0;
                sum += inside;
                sumX += inside * (x + 0.5);
                sumY += inside * (y + 0.5);
            }
        }

        return (sumX / sum, sumY / sum);
    }

    private FocusPlane CentreWeighted()
    {
        double[] across = Gaussian(Disparity.Width), down = Gaussian(Disparity.Height);
        DisparityHistogram histogram = DisparityHistogram.OfWeighted(Disparity, (y, weights) =>
        {
            for (int x = 0; x < weights.Length; x++)
                weights[x] = (uint)Math.Round(across[x] * down[y] * WeightUnit);
        }, _threads, _cancellationToken);
        return new FocusPlane(histogram.Percentile(CentrePercentile), FocusMethod.CentreWeighted);
    }

    private static double[] Gaussian(int length)
    {
        double[] weights = new double[length];
        for (int i = 0; i < length; i++)
        {
            double distance = (((i + 0.5) / length) - 0.5) / CentreSigma;
            weights[i] = Math.Exp(-distance * distance / 2);
        }

        return weights;
    }
}
