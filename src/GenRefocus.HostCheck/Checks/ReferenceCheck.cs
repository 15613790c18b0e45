using System.Reflection;
using System.Reflection.Metadata;

namespace GenRefocus.HostCheck;

/// <summary>Compares what a plug-in's references name with what a host has.</summary>
internal sealed class ReferenceCheck(AssemblyFile plugin, HostFolder host, ProblemList problems)
{
    private readonly MetadataReader _reader = plugin.Reader;
    private readonly TypeChain _chain = new(host);

    /// <summary>Types that were compared.</summary>
    public int Types { get; private set; }

    /// <summary>Members that were compared.</summary>
    public int Members { get; private set; }

    /// <summary>The host's assemblies that the plug-in names, with the versions that it wants.</summary>
    public IReadOnlyDictionary<string, Version> Assemblies { get; } = plugin.Reader.AssemblyReferences
        .Select(handle => plugin.Reader.GetAssemblyReference(handle))
        .Select(reference => (Name: plugin.Reader.GetString(reference.Name), reference.Version))
        .Where(reference => HostFolder.IsHosts(reference.Name))
        .ToDictionary(reference => reference.Name, reference => reference.Version, StringComparer.Ordinal);

    /// <summary>Looks at all references.</summary>
    public void Run()
    {
        foreach ((string name, Version wanted) in Assemblies)
            CheckAssembly(name, wanted);
        foreach (TypeReferenceHandle handle in _reader.TypeReferences)
            CheckType(handle);
        foreach (MemberReferenceHandle handle in _reader.MemberReferences)
            CheckMember(_reader.GetMemberReference(handle));
    }

    private void CheckAssembly(string name, Version wanted)
    {
        if (host.Find(name) is not { } file)
            problems.Add("assembly", name, name, $"{name}.dll is missing.");
        else if (file.Version < wanted)
            problems.Add("version", name, name, $"{name}.dll has version {file.Version}; {wanted} or later is needed. Update Paint.NET.");
    }

    private void CheckType(TypeReferenceHandle handle)
    {
        string? assembly = TypeNames.ScopeOf(_reader, handle);
        if (!HostFolder.IsHosts(assembly))
            return;
        Types++;
        string name = TypeNames.Of(_reader, handle);
        if (host.Find(assembly!) is null)
            return;
        if (host.Find(assembly!, name) is not { } type)
            problems.Add("type", assembly!, name, $"The type {name} is missing from {assembly}.dll.");
        else if ((type.Definition.Attributes & TypeAttributes.VisibilityMask) is not (TypeAttributes.Public or TypeAttributes.NestedPublic))
            problems.Add("access", assembly!, name, $"The type {name} of {assembly}.dll is not public.");
    }

    private void CheckMember(MemberReference member)
    {
        // What lies in a missing type is told by the type.
        if (_chain.Resolve(plugin, member.Parent, []) is not { } parent || !HostFolder.IsHosts(parent.File.Name))
        {
            Members += IsOfHost(member.Parent) ? 1 : 0;
            return;
        }

        Members++;
        HostType open = parent with { Arguments = [] };
        string name = _reader.GetString(member.Name), full = $"{parent.Name}::{name}";
        if (member.GetKind() == MemberReferenceKind.Field)
            CheckField(member, open, name, full);
        else
            CheckMethod(member, open, name, full);
    }

    private void CheckMethod(MemberReference member, HostType parent, string name, string full)
    {
        string wanted = SignatureText.Of(member.DecodeMethodSignature(new SignatureText(plugin, host), []));

        // Constructors are not inherited, and of an interface only its own methods are found.
        bool isOwn = name == ".ctor" || (parent.Definition.Attributes & TypeAttributes.Interface) != 0;
        HostMethod[] named = [.. _chain.From(parent).Take(isOwn ? 1 : int.MaxValue).SelectMany(type => HostMethod.Of(type, host)).Where(method => method.Name == name)];
        HostMethod? found = Array.Find(named, method => method.Signature == wanted);
        if (found is null)
        {
            string instead = named.Length == 0 ? "there is no such method" : $"there is {string.Join("; ", named.Select(method => method.Signature).Distinct())}";
            problems.Add("member", parent.File.Name, $"{full} {wanted}", $"The method {full} of {parent.File.Name}.dll does not fit: the plug-in wants {wanted}, {instead}.");
        }
        else if (!found.IsAccessible)
        {
            problems.Add("access", parent.File.Name, full, $"The method {full} of {parent.File.Name}.dll is not public.");
        }
    }

    private void CheckField(MemberReference member, HostType parent, string name, string full)
    {
        string wanted = member.DecodeFieldSignature(new SignatureText(plugin, host), []);
        foreach (HostType type in _chain.From(parent))
        {
            SignatureText text = new(type.File, host);
            foreach (FieldDefinitionHandle handle in type.Definition.GetFields())
            {
                FieldDefinition field = type.File.Reader.GetFieldDefinition(handle);
                if (type.File.Reader.GetString(field.Name) != name || field.DecodeSignature(text, type.Arguments) != wanted)
                    continue;
                if ((field.Attributes & FieldAttributes.FieldAccessMask) is not (FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem))
                    problems.Add("access", parent.File.Name, full, $"The field {full} of {parent.File.Name}.dll is not public.");
                return;
            }
        }

        problems.Add("member", parent.File.Name, full, $"The field {full} of the type {wanted} is missing from {parent.File.Name}.dll.");
    }

    private bool IsOfHost(EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
            return HostFolder.IsHosts(TypeNames.ScopeOf(_reader, (TypeReferenceHandle)parent));
        return parent.Kind == HandleKind.TypeSpecification
            && _reader.GetTypeSpecification((TypeSpecificationHandle)parent)
                .DecodeSignature(new SignatureText(plugin, host), [])
                .StartsWith($"[{HostFolder.Prefix}", StringComparison.Ordinal);
    }
}
