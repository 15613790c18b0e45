namespace GenRefocus.Cli;

/// <summary>Photos of one scene with the focus at several distances, and the picture fused from their sharp parts.</summary>
/// <param name="Name">The stack.</param>
/// <param name="Frames">Paths of the photos.</param>
/// <param name="Fused">Path of the fused picture.</param>
internal sealed record FocalStack(string Name, IReadOnlyList<string> Frames, string Fused)
{
    /// <summary>Name of the folder of the stacks among the data.</summary>
    public const string Folder = "defocus";

    private const string FusedName = "aif_fused.jpg";

    /// <summary>Finds the stacks: folders with NN.jpg and <c>aif_fused.jpg</c>.</summary>
    /// <param name="folder">The folder of the stacks.</param>
    /// <param name="most">Stacks at most.</param>
    /// <exception cref="CliException">There is none.</exception>
    public static IReadOnlyList<FocalStack> ReadAll(string folder, int most)
    {
        if (!Directory.Exists(folder))
            throw new CliException(ExitCode.InputUnreadable, $"{folder}: there is no such folder");
        FocalStack[] stacks =
        [
            .. Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Where(stack => File.Exists(Path.Combine(stack, FusedName)))
                .Select(Read).Where(stack => stack.Frames.Count > 0).Take(most),
        ];
        return stacks.Length > 0 ? stacks : throw new CliException(ExitCode.InputUnreadable, $"{folder}: no focal stack is here (NAME/00.jpg and on, NAME/{FusedName})");
    }

    private static FocalStack Read(string folder) => new(
        Path.GetFileName(folder),
        [.. Directory.EnumerateFiles(folder, "*.jpg").Where(path => Path.GetFileNameWithoutExtension(path).All(char.IsAsciiDigit)).Order(StringComparer.Ordinal)],
        Path.Combine(folder, FusedName));
}
