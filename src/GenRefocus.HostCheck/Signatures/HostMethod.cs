using System.Reflection;
using System.Reflection.Metadata;

namespace GenRefocus.HostCheck;

/// <summary>A method where it is defined, with its signature as text.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Signature">Its signature, type parameters replaced as <see cref="HostType.Arguments"/> says.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record HostMethod(HostType Type, string Name, string Signature, MethodAttributes Attributes)
{
    /// <summary>Name and signature, by which methods override each other.</summary>
    public (string Name, string Signature) Key => (Name, Signature);

    /// <summary>Whether the plug-in, or a class of it that derives, may call it.</summary>
    public bool IsAccessible => (Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    /// <summary>The methods of a type.</summary>
    public static IEnumerable<HostMethod> Of(HostType type, HostFolder host)
    {
        SignatureText text = new(type.File, host);
        foreach (MethodDefinitionHandle handle in type.Definition.GetMethods())
        {
            MethodDefinition method = type.File.Reader.GetMethodDefinition(handle);
            yield return new HostMethod(
                type, type.File.Reader.GetString(method.Name), SignatureText.Of(method.DecodeSignature(text, type.Arguments)), method.Attributes);
        }
    }
}
