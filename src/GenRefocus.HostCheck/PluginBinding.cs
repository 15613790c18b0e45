namespace GenRefocus.HostCheck;

/// <summary>Whether a Paint.NET plug-in can work with the assemblies of a Paint.NET: every type and member that it names is there, with that signature.</summary>
public static class PluginBinding
{
    /// <summary>Compares. Nothing of either is loaded or run.</summary>
    /// <param name="plugin">The plug-in's file.</param>
    /// <param name="hostFolder">The folder of the host's assemblies.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="HostCheckException">One of them cannot be read, or the plug-in is none of Paint.NET.</exception>
    public static BindingReport Check(string plugin, string hostFolder)
    {
        if (!File.Exists(plugin))
            throw new HostCheckException($"There is no plug-in {plugin}.");
        using AssemblyFile file = AssemblyFile.Open(plugin);
        using HostFolder host = new(hostFolder);
        ProblemList problems = new();
        try
        {
            ReferenceCheck references = new(file, host, problems);
            if (references.Assemblies.Count == 0)
                throw new HostCheckException($"{plugin} is no plug-in of Paint.NET: it names none of its assemblies.");
            references.Run();
            OverrideCheck overrides = new(file, host, problems);
            overrides.Run();
            Version? version = references.Assemblies.Keys.Select(name => host.Find(name)?.Version).Where(found => found is not null).Min();
            string[] names = [.. references.Assemblies.Keys.Order(StringComparer.Ordinal)];
            return new BindingReport(plugin, hostFolder, version?.ToString(), names, references.Types, references.Members, overrides.Overrides, problems.All);
        }
        catch (BadImageFormatException broken)
        {
            throw new HostCheckException($"{plugin}, or an assembly in {hostFolder}, is damaged: {broken.Message}", broken);
        }
    }
}
