using System.Reflection;
using System.Runtime.Loader;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>Where a plug-in is loaded, apart from all else: its own files from its folder, the host's from the host.</summary>
internal sealed class PluginContext : AssemblyLoadContext
{
    private readonly string _folder;
    private readonly string? _hostFolder;

    public PluginContext(string plugin, string? hostFolder = null)
        : base(plugin) => (_folder, _hostFolder) = (Path.GetDirectoryName(plugin)!, hostFolder);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string file = $"{assemblyName.Name}.dll";
        string own = Path.Combine(_folder, file);
        if (File.Exists(own))
            return LoadFromAssemblyPath(own);
        return _hostFolder is not null && File.Exists(Path.Combine(_hostFolder, file)) ? LoadFromAssemblyPath(Path.Combine(_hostFolder, file)) : null;
    }
}
