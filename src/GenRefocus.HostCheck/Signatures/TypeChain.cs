using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace GenRefocus.HostCheck;

/// <summary>A type, its base, the base of that, as far as the host's assemblies go.</summary>
internal sealed class TypeChain(HostFolder host)
{
    private const int MaxLength = 64;
    private const byte GenericInstance = 0x15;

    /// <summary>The types, from the most derived on.</summary>
    public IEnumerable<HostType> From(HostType type)
    {
        HostType? current = type;
        for (int i = 0; i < MaxLength && current is not null; i++)
        {
            yield return current;
            current = Resolve(current.File, current.Definition.BaseType, current.Arguments);
        }
    }

    /// <summary>Finds the type that a base, an interface or a member's parent names; null where it is not the host's, nor of the same module.</summary>
    public HostType? Resolve(AssemblyFile file, EntityHandle handle, IReadOnlyList<string> context)
    {
        if (handle.IsNil)
            return null;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return new HostType(file, (TypeDefinitionHandle)handle, []);
            case HandleKind.TypeReference:
                string? scope = TypeNames.ScopeOf(file.Reader, (TypeReferenceHandle)handle);
                return HostFolder.IsHosts(scope) ? host.Find(scope!, TypeNames.Of(file.Reader, (TypeReferenceHandle)handle)) : null;
            case HandleKind.TypeSpecification:
                return ResolveInstance(file, (TypeSpecificationHandle)handle, context);
            default:
                return null;
        }
    }

    private HostType? ResolveInstance(AssemblyFile file, TypeSpecificationHandle handle, IReadOnlyList<string> context)
    {
        BlobReader blob = file.Reader.GetBlobReader(file.Reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadByte() != GenericInstance)
            return null;
        blob.ReadByte();
        if (Resolve(file, blob.ReadTypeHandle(), context) is not { } type)
            return null;
        SignatureDecoder<string, IReadOnlyList<string>> decoder = new(new SignatureText(file, host), file.Reader, context);
        string[] arguments = new string[blob.ReadCompressedInteger()];
        for (int i = 0; i < arguments.Length; i++)
            arguments[i] = decoder.DecodeType(ref blob);
        return type with { Arguments = arguments };
    }
}
