using GenRefocus.Vision;

namespace GenRefocus.Diffusion;

/// <summary>Finds the network that refines a drawn blur.</summary>
public static class BokehModelLocator
{
    /// <summary>Id of the network.</summary>
    public const string Bridge = "bokehnet-compact";

    /// <summary>Looks for it.</summary>
    /// <param name="folder">Where networks are installed; null = <see cref="DepthModelLocator.DefaultFolder"/>.</param>
    /// <returns>Path of the ONNX file, or null where it is not there.</returns>
    public static string? Find(string? folder = null)
    {
        string path = Path.Combine(folder ?? DepthModelLocator.DefaultFolder, Bridge + ".onnx");
        return File.Exists(path) ? path : null;
    }
}
