using System.Collections.Frozen;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GenRefocus.HostCheck;

/// <summary>The metadata of an assembly, read without loading it.</summary>
internal sealed class AssemblyFile : IDisposable
{
    // The largest of Paint.NET's assemblies has a tenth of it.
    private const long MaxBytes = 256L << 20;

    private readonly PEReader _image;
    private FrozenDictionary<string, TypeDefinitionHandle>? _types;
    private FrozenDictionary<string, ExportedTypeHandle>? _forwards;

    private AssemblyFile(string path, PEReader image)
    {
        Path = path;
        _image = image;
        Reader = image.GetMetadataReader();
        AssemblyDefinition definition = Reader.GetAssemblyDefinition();
        Name = Reader.GetString(definition.Name);
        Version = definition.Version;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The assembly's name.</summary>
    public string Name { get; }

    /// <summary>The assembly's version.</summary>
    public Version Version { get; }

    /// <summary>Its tables.</summary>
    public MetadataReader Reader { get; }

    private FrozenDictionary<string, TypeDefinitionHandle> Types =>
        _types ??= Reader.TypeDefinitions.ToFrozenDictionary(type => TypeNames.Of(Reader, type), StringComparer.Ordinal);

    private FrozenDictionary<string, ExportedTypeHandle> Forwards =>
        _forwards ??= Reader.ExportedTypes.ToFrozenDictionary(type => TypeNames.Of(Reader, type), StringComparer.Ordinal);

    /// <summary>Opens an assembly.</summary>
    /// <exception cref="HostCheckException">It cannot be read, or is none.</exception>
    public static AssemblyFile Open(string path)
    {
        PEReader? image = null;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new HostCheckException($"{path} is too large to be an assembly of a plug-in or of Paint.NET.");
            image = new PEReader(new MemoryStream(File.ReadAllBytes(path), writable: false));
            if (!image.HasMetadata || !image.GetMetadataReader().IsAssembly)
                throw new HostCheckException($"{path} is no .NET assembly.");
            return new AssemblyFile(path, image);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException or HostCheckException)
        {
            image?.Dispose();
            throw unreadable as HostCheckException ?? new HostCheckException($"{path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>Finds a type that is defined here.</summary>
    /// <param name="name">Its name as <see cref="TypeNames"/> makes it.</param>
    public TypeDefinitionHandle? Find(string name) => Types.TryGetValue(name, out TypeDefinitionHandle type) ? type : null;

    /// <summary>Finds the assembly to which a type was moved.</summary>
    /// <param name="name">Its name as <see cref="TypeNames"/> makes it.</param>
    /// <returns>Name of the assembly; null when the type was not moved.</returns>
    public string? ForwardOf(string name)
    {
        if (!Forwards.TryGetValue(name, out ExportedTypeHandle type))
            return null;
        EntityHandle where = Reader.GetExportedType(type).Implementation;
        while (where.Kind == HandleKind.ExportedType)
            where = Reader.GetExportedType((ExportedTypeHandle)where).Implementation;
        return where.Kind == HandleKind.AssemblyReference ? Reader.GetString(Reader.GetAssemblyReference((AssemblyReferenceHandle)where).Name) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();
}
