using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Cli;

/// <summary>The trials of the deblurring, set by set.</summary>
/// <param name="data">The folder of the data.</param>
/// <param name="most">Scenes, photos or stacks of a set at most.</param>
/// <param name="threads">Threads at most.</param>
internal sealed class DeblurCases(string data, int most, int threads)
{
    /// <summary>Pictures through true thin lenses.</summary>
    public const string Lens = "lens";

    /// <summary>Photos blurred by the program's renderer.</summary>
    public const string Drawn = "drawn";

    /// <summary>Frames of focal stacks.</summary>
    public const string Stacks = "stacks";

    /// <summary>Pictures that are sharp already.</summary>
    public const string Sharp = "sharp";

    /// <summary>All sets.</summary>
    public static readonly IReadOnlyList<string> Sets = [Lens, Drawn, Stacks, Sharp];

    // Nothing is ever trained on these.
    private static readonly string[] PhotoGroups = ["kodak", "skimage", "tylorallison"];

    private const int LargestDrawnRadius = 6;

    /// <summary>The trials of a set.</summary>
    /// <param name="set">One of <see cref="Sets"/>.</param>
    /// <exception cref="CliException">The set's data is not there.</exception>
    public IReadOnlyList<DeblurCase> Of(string set) => set switch
    {
        Lens => [.. from scene in Scenes() from shot in scene.Shots select new DeblurCase(Lens, $"{scene.Name} {shot.Name}", token => Shot(scene, shot, token))],
        Drawn =>
        [
            .. from photo in Photos()
               from radius in Enumerable.Range(1, LargestDrawnRadius)
               select new DeblurCase(Drawn, $"{Path.GetFileNameWithoutExtension(photo)} {radius} px", token => Blurred(photo, radius, token)),
        ],
        Stacks =>
        [
            .. from stack in FocalStack.ReadAll(Path.Combine(data, FocalStack.Folder), most)
               from frame in stack.Frames
               select new DeblurCase(Stacks, $"{stack.Name} {Path.GetFileNameWithoutExtension(frame)}", token => Frame(frame, stack.Fused, token)),
        ],
        Sharp =>
        [
            .. from path in Photos().Concat(Scenes().Select(scene => scene.AllInFocus))
               select new DeblurCase(Sharp, Path.GetFileNameWithoutExtension(path), token => Noisy(path, token)),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(set), set, "There is no such set."),
    };

    private IReadOnlyList<LensScene> Scenes() => LensSceneReader.ReadSets(Path.Combine(data, "rgbd", "eval"), most);

    private string[] Photos()
    {
        string folder = Path.Combine(data, "photos");
        string[] groups = [.. PhotoGroups.Select(group => Path.Combine(folder, group)).Where(Directory.Exists)];
        string[] photos = [.. groups.SelectMany(group => Directory.EnumerateFiles(group, "*.jpg").Order(StringComparer.Ordinal)).Take(most)];
        return photos.Length > 0
            ? photos
            : throw new CliException(ExitCode.InputUnreadable, $"{folder}: none of the photos that are kept for evaluation is here ({string.Join(", ", PhotoGroups)})");
    }

    private DeblurTrial Shot(LensScene scene, LensShot shot, CancellationToken cancellation)
    {
        using Plane<float> disparity = scene.ReadDisparity(cancellation);
        DefocusMap defocus = LensScene.Defocus(disparity, shot, threads, cancellation);
        return Together(Pictures.Read(shot.Path, threads, cancellation), scene.AllInFocus, defocus.SignedRadius, cancellation);
    }

    private DeblurTrial Blurred(string photo, int radius, CancellationToken cancellation)
    {
        LinearImage sharp = Pictures.Read(photo, threads, cancellation);
        using Plane<float> behind = new(sharp.Width, sharp.Height);
        behind.Fill(-radius);
        LinearImage blurred = LensDrawing.Draw(sharp, behind, radius, Aperture.Disc(), threads, cancellation);
        Pictures.Round(blurred);
        return new DeblurTrial(blurred, sharp, null);
    }

    private DeblurTrial Frame(string frame, string fused, CancellationToken cancellation) =>
        Together(Pictures.Read(frame, threads, cancellation), fused, null, cancellation);

    private DeblurTrial Noisy(string path, CancellationToken cancellation)
    {
        LinearImage sharp = Pictures.Read(path, threads, cancellation), noisy = new(sharp.Width, sharp.Height);
        noisy.CopyFrom(sharp);
        SensorNoise.Add(noisy);
        return new DeblurTrial(noisy, sharp, null);
    }

    private DeblurTrial Together(LinearImage given, string truth, Plane<float>? radius, CancellationToken cancellation)
    {
        LinearImage sharp = Pictures.Read(truth, threads, cancellation);
        return sharp.Width == given.Width && sharp.Height == given.Height
            ? new DeblurTrial(given, sharp, radius)
            : throw new CliException(ExitCode.InputUnreadable, $"{truth}: {sharp.Width} × {sharp.Height} pixels, but the blurred picture has {given.Width} × {given.Height}");
    }
}
