using System.Globalization;
using System.Security.Cryptography;
using GenRefocus.Diffusion;
using GenRefocus.Inference;
using GenRefocus.Vision;

namespace GenRefocus.Cli;

/// <summary>The networks beside the program.</summary>
internal static class ModelChecks
{
    private const string Name = "models";
    private const string Advice = "install the program again, or name a model of your own (--depth-model FILE.onnx)";

    /// <summary>Opens them.</summary>
    /// <param name="cancellation">Ends it.</param>
    public static IEnumerable<Check> Look(CancellationToken cancellation) =>
        Look(DepthModelLocator.DefaultFolder, NetworkChecks.Sessions(), cancellation);

    /// <summary>Opens the networks of a folder.</summary>
    /// <param name="folder">The folder, which may be missing.</param>
    /// <param name="sessions">Opens networks.</param>
    /// <param name="cancellation">Ends it.</param>
    internal static IReadOnlyList<Check> Look(string folder, InferenceSessionFactory sessions, CancellationToken cancellation) =>
        Check.Guarded(Name, ExitCode.ModelMissing, Advice, () =>
        {
            string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.onnx").Order(StringComparer.Ordinal)] : [];
            List<Check> checks = [.. files.Select(file => Look(file, IsShipped(file), sessions, cancellation))];
            if (!files.Any(file => Path.GetFileNameWithoutExtension(file) == DepthModelLocator.Shipped))
                checks.Add(Check.Problem(Name, ExitCode.ModelMissing, $"{DepthModelLocator.Shipped}.onnx is not in {folder}", Advice));
            if (!files.Any(file => Path.GetFileNameWithoutExtension(file) == SubjectModelLocator.Shipped))
                checks.Add(Check.Warning(Name, $"{SubjectModelLocator.Shipped}.onnx is not in {folder}: subjects are not found", "install the program again"));
            if (DeblurModelLocator.Find(folder) is null)
                checks.Add(Check.Warning(Name, $"{DeblurModelLocator.Blur}.onnx and {DeblurModelLocator.Bridge}.onnx are not both in {folder}: blurred photos are not made sharp", "install the program again"));
            if (BokehModelLocator.Find(folder) is null)
                checks.Add(Check.Ok(Name, $"{BokehModelLocator.Bridge}.onnx, which repairs the blur at edges (--bokeh hybrid), is optional and not installed"));
            return checks;
        });

    private static bool IsShipped(string file) => Path.GetFileNameWithoutExtension(file) is
        DepthModelLocator.Shipped or SubjectModelLocator.Shipped or DeblurModelLocator.Blur or DeblurModelLocator.Bridge;

    private static bool IsBokeh(string file) => Path.GetFileNameWithoutExtension(file) == BokehModelLocator.Bridge;

    private static Check Look(string file, bool isShipped, InferenceSessionFactory sessions, CancellationToken cancellation)
    {
        string name = Path.GetFileName(file);
        try
        {
            string facts = Facts(file);
            return !IsNamedByItsCard(file, sessions, cancellation)
                ? Check.Warning(name, $"{facts}, not named by its card", "write the sha256 into the card, so that a damaged file is noticed")
                : Check.Ok(name, $"{facts}, as its card says");
        }
        catch (Exception error) when (error is ModelException or IOException or UnauthorizedAccessException or DllNotFoundException or TypeInitializationException)
        {
            string reason = ((error as TypeInitializationException)?.InnerException ?? error).Message.ReplaceLineEndings(" ");
            return isShipped
                ? Check.Problem(name, ExitCode.ModelMissing, reason, Advice)
                : Check.Warning(name, reason, "get the model again, or remove it");
        }
    }

    private static bool IsNamedByItsCard(string file, InferenceSessionFactory sessions, CancellationToken cancellation)
    {
        ModelCard card = ModelCardReader.ReadFor(file);
        using IDisposable network = card.Output.Meaning switch
        {
            CardMeaning.Mask => SubjectEstimator.Open(file, sessions, cancellation),
            CardMeaning.BlurRadius => BlurEstimator.Open(file, sessions, cancellation),
            CardMeaning.Picture when IsBokeh(file) => BokehNetwork.Open(file, sessions, cancellation),
            CardMeaning.Picture => DeblurNetwork.Open(file, sessions, cancellation),
            _ => DepthEstimator.Open(file, sessions, cancellation),
        };
        return card.Sha256 is not null;
    }

    private static string Facts(string file)
    {
        using FileStream stream = File.OpenRead(file);
        string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return string.Create(CultureInfo.InvariantCulture, $"{stream.Length / 1e6:0.0} MB, sha256 {hash}");
    }
}
