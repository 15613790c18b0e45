using GenRefocus.Inference;

namespace GenRefocus.Vision;

/// <summary>Finds the network that a user means.</summary>
public static class DepthModelLocator
{
    /// <summary>The word for the best installed network.</summary>
    public const string Auto = "auto";

    /// <summary>Id of the network that comes with the program; the best installed one as long as no other can be installed.</summary>
    public const string Shipped = "depth-compact";

    /// <summary>Name of the folder beside the executable that holds the shipped networks.</summary>
    public const string FolderName = "models";

    private const string Ending = ".onnx";

    /// <summary>The folder beside the executable.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, FolderName);

    /// <summary>Finds a network's file.</summary>
    /// <param name="model"><see cref="Auto"/>, the path of a file that ends in <c>.onnx</c>, or the id of an installed network.</param>
    /// <param name="folder">Where networks are installed; null = <see cref="DefaultFolder"/>.</param>
    /// <returns>Path of an ONNX file that is there.</returns>
    /// <exception cref="ModelMissingException">It is not there.</exception>
    public static string Find(string model = Auto, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        folder ??= DefaultFolder;
        if (model.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            return File.Exists(model) ? model : throw new ModelMissingException(model, $"The depth model '{model}' is not there.");

        string id = model == Auto ? Shipped : model;
        string path = Path.Combine(folder, id + Ending);
        if (IsId(id) && File.Exists(path))
            return path;
        throw new ModelMissingException(path, model == Auto
            ? $"The depth model that comes with the program is missing: '{path}' is not there. "
                + "Install the program again, or name a model of your own (--depth-model FILE.onnx)."
            : $"No depth model '{model}' is installed in '{folder}'. Name a file that ends in {Ending}, or leave the choice to the program ({Auto}).");
    }

    /// <summary>An id is a plain file name: it cannot lead out of the folder.</summary>
    private static bool IsId(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.') && !text.StartsWith('.');
}
