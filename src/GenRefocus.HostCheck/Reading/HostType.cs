using System.Reflection.Metadata;

namespace GenRefocus.HostCheck;

/// <summary>A type where it is defined.</summary>
/// <param name="File">Its assembly.</param>
/// <param name="Handle">Its row.</param>
/// <param name="Arguments">What stands for its type parameters, as text; empty to leave them as they are.</param>
internal sealed record HostType(AssemblyFile File, TypeDefinitionHandle Handle, IReadOnlyList<string> Arguments)
{
    /// <summary>The row.</summary>
    public TypeDefinition Definition => File.Reader.GetTypeDefinition(Handle);

    /// <summary>The full name.</summary>
    public string Name => TypeNames.Of(File.Reader, Handle);
}
