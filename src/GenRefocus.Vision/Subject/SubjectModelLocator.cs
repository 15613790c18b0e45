namespace GenRefocus.Vision;

/// <summary>Finds the network that finds subjects. Without it the program works, only less well.</summary>
public static class SubjectModelLocator
{
    /// <summary>Id of the network that comes with the program.</summary>
    public const string Shipped = "subject-compact";

    /// <summary>Looks for the shipped network.</summary>
    /// <param name="folder">Where networks are installed; null = <see cref="DepthModelLocator.DefaultFolder"/>.</param>
    /// <returns>Path of the ONNX file, or null where it is not there.</returns>
    public static string? Find(string? folder = null)
    {
        string path = Path.Combine(folder ?? DepthModelLocator.DefaultFolder, Shipped + ".onnx");
        return File.Exists(path) ? path : null;
    }
}
