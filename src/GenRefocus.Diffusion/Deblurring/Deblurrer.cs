using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Diffusion;

/// <summary>
/// Stage 1: estimates how blurred a picture is, restores what is soft by a diffusion bridge, and leaves every bit of what is sharp. For one caller at a time.
/// </summary>
/// <param name="blur">Finds what is soft; stays the caller's.</param>
/// <param name="network">The bridge; stays the caller's.</param>
public sealed class Deblurrer(BlurEstimator blur, DeblurNetwork network)
{
    /// <summary>Share of the progress that the estimate takes.</summary>
    private const double EstimateShare = 0.15;

    private static readonly TileGrid Grid = new(Core: 896, Margin: 64, Multiple: 16);

    /// <summary>Restores a picture; one larger than <see cref="WorkingSize.Pixels"/> by what was restored in a smaller copy.</summary>
    /// <param name="picture">The upright picture, linear and premultiplied; it is not changed.</param>
    /// <param name="parameters">How much.</param>
    /// <param name="progress">Receives shares of the work, a step at a time; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work within a step.</param>
    /// <returns>The restored picture, or none where nothing is soft.</returns>
    /// <exception cref="ModelException">A network failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DeblurResult Restore(LinearImage picture, DeblurParameters parameters, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(parameters);
        (int width, int height) = WorkingSize.Of(picture.Width, picture.Height);
        if (width == picture.Width && height == picture.Height)
            return RestoreWhole(picture, parameters, progress, cancellationToken);
        using LinearImage small = Resampler.Resize(picture, width, height, ResampleFilter.Area, parameters.Threads, cancellationToken);
        DeblurResult result = RestoreWhole(small, parameters, progress, cancellationToken);
        if (result.Picture is null)
            return result;
        using LinearImage restored = result.Picture;
        return result with { Picture = DetailTransfer.Apply(picture, small, restored, parameters.Threads, cancellationToken) };
    }

    private DeblurResult RestoreWhole(LinearImage picture, DeblurParameters parameters, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<DiffusionStep> schedule = BridgeSchedule.Create(parameters.Steps, network.Noise);
        using BlurMap map = blur.Estimate(picture, progress is null ? null : new Scaled(progress, 0, EstimateShare), cancellationToken);
        double soft = map.ShareAbove((DeblurParameters.SharpUpTo + DeblurParameters.SoftFrom) / 2);
        if (soft < DeblurParameters.WorthIt && !parameters.Always)
            return new DeblurResult(null, soft);

        PictureTile[] tiles = [.. Grid.Tiles(picture.Width, picture.Height).Where(tile => IsSoft(map, tile))];
        LinearImage restored = new(picture.Width, picture.Height);
        try
        {
            restored.CopyFrom(picture);
            double done = 0, all = Math.Max(1, tiles.Length * schedule.Count);
            foreach (PictureTile tile in tiles)
                Restore(picture, restored, map, tile, schedule, parameters, () => progress?.Report(EstimateShare + ((1 - EstimateShare) * ++done / all)), cancellationToken);
            return new DeblurResult(restored, soft);
        }
        catch
        {
            restored.Dispose();
            throw;
        }
    }

    private void Restore(
        LinearImage picture,
        LinearImage restored,
        BlurMap map,
        PictureTile tile,
        IReadOnlyList<DiffusionStep> schedule,
        DeblurParameters parameters,
        Action afterStep,
        CancellationToken cancellationToken)
    {
        float[] given = EncodedTile.Encode(picture, tile), radius = Radii(map, tile);
        float[] sharp = DiffusionSampler.Run(
            schedule,
            given,
            (state, time, token) => network.Guess(state, given, radius, time, tile.Columns, tile.Rows, token),
            (step, noise) => SeededNoise.Fill(parameters.Seed, step, tile, noise),
            _ => afterStep(),
            cancellationToken);
        using Plane<float>? believed = parameters.Always ? null : ReblurCheck.Believed(given, sharp, tile.Columns, tile.Rows, parameters.Threads, cancellationToken);
        EncodedTile.Mix(given, sharp, tile, (row, shares) => Shares(radius, believed, tile, row, shares), restored);
    }

    private static bool IsSoft(BlurMap map, PictureTile tile) =>
        map.LargestIn(tile.Core.X, tile.Core.Y, tile.Core.Width, tile.Core.Height) > DeblurParameters.SharpUpTo;

    private static float[] Radii(BlurMap map, PictureTile tile)
    {
        float[] radius = new float[tile.Columns * tile.Rows];
        for (int y = 0; y < tile.Rows; y++)
            map.Sample(tile.Whole.X, tile.Whole.Y + y, radius.AsSpan(y * tile.Columns, tile.Columns));
        return radius;
    }

    private static void Shares(float[] radius, Plane<float>? believed, PictureTile tile, int row, Span<float> shares)
    {
        int left = tile.Core.X - tile.Whole.X;
        ReadOnlySpan<float> radii = radius.AsSpan((row * tile.Columns) + left, shares.Length);
        if (believed is null)
            shares.Fill(1);
        else
            QuarterPlane.Sample(believed, left, row, shares);
        for (int x = 0; x < shares.Length; x++)
            shares[x] *= Math.Clamp((radii[x] - DeblurParameters.SharpUpTo) / (DeblurParameters.SoftFrom - DeblurParameters.SharpUpTo), 0, 1);
    }

    /// <summary>Puts a part of the work into its place in the whole.</summary>
    private sealed class Scaled(IProgress<double> whole, double from, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + (share * value));
    }
}
