using GenRefocus.Inference;
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
        string path = PathIn(folder);
        return File.Exists(path) ? path : null;
    }

    /// <summary>What is said where it is needed and is not there.</summary>
    /// <param name="folder">Where networks are installed; null = <see cref="DepthModelLocator.DefaultFolder"/>.</param>
    /// <returns>The error, for the caller to throw.</returns>
    public static ModelMissingException Missing(string? folder = null)
    {
        string path = PathIn(folder);
        return new ModelMissingException(path, $"The model '{path}', which repairs the blur at edges, is not there. Put it and its card there, or let the blur be drawn alone (--bokeh physical).");
    }

    private static string PathIn(string? folder) => Path.Combine(folder ?? DepthModelLocator.DefaultFolder, Bridge + ".onnx");
}
