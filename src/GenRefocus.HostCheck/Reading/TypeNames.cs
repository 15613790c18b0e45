using System.Reflection.Metadata;

namespace GenRefocus.HostCheck;

/// <summary>Full names of types: <c>Namespace.Outer+Inner</c>.</summary>
internal static class TypeNames
{
    // Types do not lie deeper in each other; a table that says so is broken.
    private const int MaxDepth = 64;

    public static string Of(MetadataReader reader, TypeDefinitionHandle handle, int depth = 0)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        TypeDefinitionHandle outer = type.GetDeclaringType();
        return outer.IsNil ? Join(reader, type.Namespace, type.Name) : $"{Of(reader, outer, Deeper(depth))}+{reader.GetString(type.Name)}";
    }

    public static string Of(MetadataReader reader, TypeReferenceHandle handle, int depth = 0)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Of(reader, (TypeReferenceHandle)type.ResolutionScope, Deeper(depth))}+{reader.GetString(type.Name)}"
            : Join(reader, type.Namespace, type.Name);
    }

    public static string Of(MetadataReader reader, ExportedTypeHandle handle, int depth = 0)
    {
        ExportedType type = reader.GetExportedType(handle);
        return type.Implementation.Kind == HandleKind.ExportedType
            ? $"{Of(reader, (ExportedTypeHandle)type.Implementation, Deeper(depth))}+{reader.GetString(type.Name)}"
            : Join(reader, type.Namespace, type.Name);
    }

    /// <summary>The assembly that a reference names; null for a type of the same module.</summary>
    public static string? ScopeOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = handle;
        for (int depth = 0; scope.Kind == HandleKind.TypeReference; depth = Deeper(depth))
            scope = reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) : null;
    }

    private static string Join(MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        @namespace.IsNil ? reader.GetString(name) : $"{reader.GetString(@namespace)}.{reader.GetString(name)}";

    private static int Deeper(int depth) => depth < MaxDepth ? depth + 1 : throw new BadImageFormatException("Types lie in each other without end.");
}
