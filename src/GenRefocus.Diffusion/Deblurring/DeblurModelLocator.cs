using GenRefocus.Inference;
using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>Finds the networks of the deblurring.</summary>
public static class DeblurModelLocator
{
    /// <summary>Id of the network that finds what is blurred.</summary>
    public const string Blur = "blur-compact";

    /// <summary>Id of the bridge.</summary>
    public const string Bridge = "deblurnet-compact";

    private const string Ending = ".onnx";

    /// <summary>Looks for both.</summary>
    /// <param name="folder">Where networks are installed; null = <see cref="DepthModelLocator.DefaultFolder"/>.</param>
    /// <returns>The folder that holds both, or null where one is not there.</returns>
    public static string? Find(string? folder = null)
    {
        folder ??= DepthModelLocator.DefaultFolder;
        return File.Exists(BlurPath(folder)) && File.Exists(BridgePath(folder)) ? folder : null;
    }

    /// <summary>What is said where they are needed and one is not there.</summary>
    /// <param name="folder">Where networks are installed; null = <see cref="DepthModelLocator.DefaultFolder"/>.</param>
    /// <returns>The error, for the caller to throw.</returns>
    public static ModelMissingException Missing(string? folder = null)
    {
        folder ??= DepthModelLocator.DefaultFolder;
        string path = File.Exists(BlurPath(folder)) ? BridgePath(folder) : BlurPath(folder);
        return new ModelMissingException(path, $"The model '{path}', which makes blurred photos sharp, is not there. Install the program again, or leave the deblurring out (--deblur off).");
    }

    internal static string BlurPath(string folder) => Path.Combine(folder, Blur + Ending);

    internal static string BridgePath(string folder) => Path.Combine(folder, Bridge + Ending);
}
