namespace GenRefocus.HostCheck;

/// <summary>The assemblies of a host: <c>PaintDotNet.*.dll</c> of a folder.</summary>
internal sealed class HostFolder : IDisposable
{
    /// <summary>What the names of the host's assemblies begin with.</summary>
    public const string Prefix = "PaintDotNet.";

    private const int MaxForwards = 8;

    private readonly Dictionary<string, AssemblyFile> _assemblies = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="HostCheckException">There is no such folder, or none of the host's assemblies in it.</exception>
    public HostFolder(string folder)
    {
        if (!Directory.Exists(folder))
            throw new HostCheckException($"There is no folder {folder}; name the one that holds paintdotnet.exe.");
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, $"{Prefix}*.dll").Order(StringComparer.Ordinal))
            {
                AssemblyFile file = AssemblyFile.Open(path);
                if (!_assemblies.TryAdd(file.Name, file))
                    file.Dispose();
            }
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException or HostCheckException)
        {
            Dispose();
            throw unreadable as HostCheckException ?? new HostCheckException($"{folder} cannot be read: {unreadable.Message}", unreadable);
        }

        if (_assemblies.Count == 0)
            throw new HostCheckException($"There is no {Prefix}*.dll in {folder}; name the folder that holds paintdotnet.exe.");
    }

    /// <summary>Whether an assembly is the host's by its name.</summary>
    public static bool IsHosts(string? assembly) => assembly is not null && assembly.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds an assembly.</summary>
    public AssemblyFile? Find(string assembly) => _assemblies.GetValueOrDefault(assembly);

    /// <summary>Finds a type where it is defined, also when it was moved to another assembly.</summary>
    public HostType? Find(string assembly, string name)
    {
        string? at = assembly;
        for (int i = 0; i < MaxForwards && at is not null; i++)
        {
            if (Find(at) is not { } file)
                return null;
            if (file.Find(name) is { } type)
                return new HostType(file, type, []);
            at = file.ForwardOf(name);
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AssemblyFile file in _assemblies.Values)
            file.Dispose();
    }
}
