using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>Finds the networks of the deblurring.</summary>
public static class DeblurModelLocator
{
    /// <summary>Id of the network that finds what is blurred.</summary>
    public const string Blur = "blur-compact";

    /// <summary>Id of the bridge.</summary>
    public const string Bridge = "deblurnet-compact";

    /// <summary>Looks for both.</summary>
    /// <param name="folder">Where networks are installed; null = <see cref="DepthModelLocator.DefaultFolder"/>.</param>
    /// <returns>Paths of the ONNX files, or null where one is not there.</returns>
    public static (string Blur, string Bridge)? Find(string? folder = null)
    {
        folder ??= DepthModelLocator.DefaultFolder;
        string blur = Path.Combine(folder, Blur + ".onnx"), bridge = Path.Combine(folder, Bridge + ".onnx");
        return File.Exists(blur) && File.Exists(bridge) ? (blur, bridge) : null;
    }
}
