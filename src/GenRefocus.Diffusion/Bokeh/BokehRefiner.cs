using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Diffusion;

/// <summary>
/// Stage 2: takes what the renderer drew nearer to what a lens draws, in a band around edges of the depth, and leaves every bit of the rest and of what stayed in focus. Where the blur is larger
/// than <see cref="BokehParameters.MostRadius"/>, a smaller copy is refined, and what changed there is brought into the picture. For one caller at a time.
/// </summary>
/// <param name="network">The bridge; stays the caller's.</param>
public sealed class BokehRefiner(BokehNetwork network)
{
    private static readonly TileGrid Grid = new(Core: 384, Margin: 64, Multiple: 16);

    /// <summary>Refines a picture.</summary>
    /// <param name="drawn">What the renderer drew, linear and premultiplied; it is not changed.</param>
    /// <param name="sharp">The sharp picture that it was drawn from, of the same size.</param>
    /// <param name="signedRadius">Signed radius of the blur in pixels, positive = nearer than the focus, of the same size.</param>
    /// <param name="shape">The opening that it was drawn with.</param>
    /// <param name="parameters">Steps and seed.</param>
    /// <param name="progress">Receives shares of the work, a step at a time; null for nobody.</param>
    /// <param name="cancellationToken">Ends the work within a step.</param>
    /// <returns>The refined picture, which the caller disposes of; null where there is no edge that could be refined.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many steps, or none.</exception>
    /// <exception cref="ModelException">The network failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LinearImage? Refine(
        LinearImage drawn,
        LinearImage sharp,
        Plane<float> signedRadius,
        LensShape shape,
        BokehParameters parameters,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        ArgumentNullException.ThrowIfNull(sharp);
        ArgumentNullException.ThrowIfNull(signedRadius);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parameters.Steps, BokehParameters.MaxSteps, nameof(parameters));
        if ((sharp.Width, sharp.Height) != (drawn.Width, drawn.Height) || (signedRadius.Width, signedRadius.Height) != (drawn.Width, drawn.Height))
        {
            throw new ArgumentException(
                $"The drawn picture is {drawn.Width} × {drawn.Height}, the sharp one {sharp.Width} × {sharp.Height}, its radii {signedRadius.Width} × {signedRadius.Height}.",
                nameof(sharp));
        }

        BlurredPicture picture = new(drawn, sharp, signedRadius, shape);
        float largest = EdgeBand.LargestRadius(signedRadius, cancellationToken);
        return largest <= BokehParameters.MostRadius
            ? RefineWhole(picture, parameters, progress, cancellationToken)
            : RefineSmaller(picture, BokehParameters.MostRadius / largest, parameters, progress, cancellationToken);
    }

    private LinearImage? RefineSmaller(
        BlurredPicture picture, float scale, BokehParameters parameters, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        (LinearImage drawn, LinearImage sharp, Plane<float> signedRadius, LensShape shape) = picture;
        int width = Math.Max(1, (int)MathF.Round(drawn.Width * scale)), height = Math.Max(1, (int)MathF.Round(drawn.Height * scale));
        using LinearImage smallDrawn = Resampler.Resize(drawn, width, height, ResampleFilter.Area, parameters.Threads, cancellationToken);
        using LinearImage smallSharp = Resampler.Resize(sharp, width, height, ResampleFilter.Area, parameters.Threads, cancellationToken);
        using Plane<float> smallRadius = Shrink(signedRadius, width, height, scale);
        using LinearImage? smallRefined = RefineWhole(new BlurredPicture(smallDrawn, smallSharp, smallRadius, shape), parameters, progress, cancellationToken);
        if (smallRefined is null)
            return null;
        LinearImage refined = DetailTransfer.Apply(drawn, smallDrawn, smallRefined, parameters.Threads, cancellationToken);
        for (int y = 0; y < refined.Height; y++)
            KeepInFocus(drawn.Row(y), sharp.Row(y), refined.Row(y));
        return refined;
    }

    // Not the mean of neighbours: an edge of the depth stays one.
    private static Plane<float> Shrink(Plane<float> radius, int width, int height, float scale)
    {
        Plane<float> small = new(width, height);
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<float> row = radius.Row(Nearest(y, height, radius.Height));
            Span<float> target = small.Row(y);
            for (int x = 0; x < width; x++)
                target[x] = scale * row[Nearest(x, width, radius.Width)];
        }

        return small;
    }

    private static int Nearest(int at, int count, int of) => Math.Min((int)((at + 0.5) * of / count), of - 1);

    private static void KeepInFocus(ReadOnlySpan<Vector4> drawn, ReadOnlySpan<Vector4> sharp, Span<Vector4> refined)
    {
        for (int x = 0; x < refined.Length; x++)
        {
            if (IsInFocus(drawn[x], sharp[x]))
                refined[x] = drawn[x];
        }
    }

    // What the renderer copied is in focus and has nothing blurred before it: it stays the photo's.
    private static bool IsInFocus(Vector4 drawn, Vector4 sharp) => drawn == sharp;

    private LinearImage? RefineWhole(BlurredPicture picture, BokehParameters parameters, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        (LinearImage drawn, LinearImage sharp, Plane<float> signedRadius, LensShape shape) = picture;
        IReadOnlyList<DiffusionStep> schedule = BridgeSchedule.Create(parameters.Steps, network.Noise);
        using Plane<float> band = EdgeBand.Find(signedRadius, cancellationToken);
        PictureTile[] tiles = [.. Grid.Tiles(drawn.Width, drawn.Height).Where(tile => IsInBand(band, tile))];
        if (tiles.Length == 0)
            return null;
        LinearImage refined = new(drawn.Width, drawn.Height);
        try
        {
            refined.CopyFrom(drawn);
            int done = 0, all = tiles.Length * schedule.Count;
            foreach (PictureTile tile in tiles)
            {
                float[] given = EncodedTile.Encode(drawn, tile), conditions = Conditions(sharp, signedRadius, shape, tile);
                float[] wanted = DiffusionSampler.Run(
                    schedule,
                    given,
                    (state, time, token) => network.Guess(state, given, conditions, time, tile.Columns, tile.Rows, token),
                    (step, noise) => SeededNoise.Fill(parameters.Seed, step, tile, noise),
                    _ => progress?.Report((double)++done / all),
                    cancellationToken);
                int area = tile.Columns * tile.Rows;
                ReadOnlySpan<float> radius = conditions.AsSpan(EncodedTile.Channels * area, area);
                ChangeSmoothing.Apply(given, wanted, InTile(band, tile), radius, tile.Columns, tile.Rows, parameters.Threads, cancellationToken);
                EncodedTile.Mix(given, wanted, tile, (row, shares) => Shares(drawn, sharp, band, tile, row, shares), refined);
            }

            return refined;
        }
        catch
        {
            refined.Dispose();
            throw;
        }
    }

    private static bool IsInBand(Plane<float> band, PictureTile tile)
    {
        for (int y = tile.Core.Y; y < tile.Core.Bottom; y++)
        {
            if (band.Row(y).Slice(tile.Core.X, tile.Core.Width).ContainsAnyExcept(0f))
                return true;
        }

        return false;
    }

    /// <summary>What the network is told of a tile besides the drawn picture.</summary>
    /// <param name="sharp">The sharp picture.</param>
    /// <param name="signedRadius">Signed radius of every pixel.</param>
    /// <param name="shape">The opening.</param>
    /// <param name="tile">The tile.</param>
    /// <returns><see cref="BokehNetwork.Conditions"/> × <see cref="PictureTile.Rows"/> × <see cref="PictureTile.Columns"/>.</returns>
    internal static float[] Conditions(LinearImage sharp, Plane<float> signedRadius, LensShape shape, PictureTile tile)
    {
        int area = tile.Columns * tile.Rows;
        float[] conditions = new float[BokehNetwork.Conditions * area];
        EncodedTile.Encode(sharp, tile).CopyTo(conditions, 0);
        for (int y = 0; y < tile.Rows; y++)
        {
            ReadOnlySpan<float> row = signedRadius.Row(Math.Min(tile.Whole.Y + y, tile.Whole.Bottom - 1)).Slice(tile.Whole.X, tile.Whole.Width);
            Span<float> target = conditions.AsSpan((EncodedTile.Channels * area) + (y * tile.Columns), tile.Columns);
            row.CopyTo(target);
            target[row.Length..].Fill(row[^1]);
        }

        int plane = EncodedTile.Channels + 1;
        foreach (float value in (ReadOnlySpan<float>)[shape.InverseBlades, shape.Cos, shape.Sin])
            conditions.AsSpan(plane++ * area, area).Fill(value);
        return conditions;
    }

    /// <summary>A tile's part of the band. What fills up a tile is not in it.</summary>
    /// <param name="band">The band.</param>
    /// <param name="tile">The tile.</param>
    /// <returns><see cref="PictureTile.Rows"/> × <see cref="PictureTile.Columns"/>.</returns>
    internal static float[] InTile(Plane<float> band, PictureTile tile)
    {
        float[] shares = new float[tile.Columns * tile.Rows];
        for (int y = 0; y < tile.Whole.Height; y++)
            band.Row(tile.Whole.Y + y).Slice(tile.Whole.X, tile.Whole.Width).CopyTo(shares.AsSpan(y * tile.Columns));
        return shares;
    }

    private static void Shares(LinearImage drawn, LinearImage sharp, Plane<float> band, PictureTile tile, int row, Span<float> shares)
    {
        int y = tile.Whole.Y + row;
        ReadOnlySpan<float> inBand = band.Row(y).Slice(tile.Core.X, tile.Core.Width);
        ReadOnlySpan<Vector4> blurred = drawn.Row(y).Slice(tile.Core.X, tile.Core.Width), photo = sharp.Row(y).Slice(tile.Core.X, tile.Core.Width);
        for (int x = 0; x < shares.Length; x++)
            shares[x] = inBand[x] > 0 && !IsInFocus(blurred[x], photo[x]) ? 1 : 0;
    }

    /// <summary>A drawn picture and what it was drawn from.</summary>
    private readonly record struct BlurredPicture(LinearImage Drawn, LinearImage Sharp, Plane<float> SignedRadius, LensShape Shape);
}
