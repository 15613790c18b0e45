using System.Reflection;
using System.Reflection.Metadata;

namespace GenRefocus.HostCheck;

/// <summary>
/// Compares what a plug-in's classes override and implement with what their bases have: an override that no longer overrides is never called, and an abstract method
/// that nobody implements keeps the class from being loaded. No reference names either.
/// </summary>
internal sealed class OverrideCheck(AssemblyFile plugin, HostFolder host, ProblemList problems)
{
    private readonly TypeChain _chain = new(host);

    /// <summary>Methods that were compared.</summary>
    public int Overrides { get; private set; }

    /// <summary>Looks at all classes of the plug-in that derive from the host's or implement its interfaces.</summary>
    public void Run()
    {
        foreach (TypeDefinitionHandle handle in plugin.Reader.TypeDefinitions)
        {
            HostType[] chain = [.. _chain.From(new HostType(plugin, handle, []))];
            HostType[] bases = [.. chain.Where(type => HostFolder.IsHosts(type.File.Name))];
            HostType[] own = [.. chain.Where(type => type.File == plugin)];
            if (bases.Length > 0)
                CheckClass(own, bases);
            foreach (HostType contract in Interfaces(own[0]).DistinctBy(type => type.Name))
                CheckInterface(own, contract);
        }
    }

    private void CheckClass(HostType[] own, HostType[] bases)
    {
        HostMethod[] inherited = [.. bases.SelectMany(type => HostMethod.Of(type, host))];
        HashSet<(string, string)> done = [.. own.SelectMany(type => HostMethod.Of(type, host)).Where(IsConcrete).Select(method => method.Key)];
        foreach (HostMethod method in HostMethod.Of(own[0], host).Where(IsOverride))
        {
            if (IsOfObject(method))
                continue;
            Overrides++;
            string full = $"{bases[0].Name}::{method.Name}";
            HostMethod? target = Array.Find(inherited, candidate => candidate.Key == method.Key);
            if (target is null)
            {
                string missing = $"{own[0].Name} overrides {method.Name} as {method.Signature}, which its base {bases[0].Name} does not have.";
                problems.Add("override", bases[0].File.Name, $"{full} {method.Signature}", missing);
            }
            else if ((target.Attributes & (MethodAttributes.Virtual | MethodAttributes.Final)) != MethodAttributes.Virtual || !target.IsAccessible)
            {
                problems.Add("override", bases[0].File.Name, full, $"{own[0].Name} overrides {method.Name}, which {target.Type.Name} does not allow.");
            }
        }

        if ((own[0].Definition.Attributes & TypeAttributes.Abstract) != 0)
            return;
        foreach (HostMethod method in inherited)
        {
            if ((method.Attributes & MethodAttributes.Abstract) != 0 && !done.Contains(method.Key))
                AddMissing(own[0], method);
            done.Add(method.Key);
        }
    }

    private void CheckInterface(HostType[] own, HostType contract)
    {
        HashSet<(string, string)> done = [.. own.SelectMany(type => HostMethod.Of(type, host)).Where(IsConcrete).Select(method => method.Key)];
        HashSet<string> explicitly = [.. own.SelectMany(type => ExplicitNames(type))];
        foreach (HostMethod method in HostMethod.Of(contract, host).Where(method => (method.Attributes & MethodAttributes.Abstract) != 0))
        {
            Overrides++;
            if (!done.Contains(method.Key) && !explicitly.Contains($"{contract.Name}::{method.Name}"))
                AddMissing(own[0], method);
        }
    }

    private void AddMissing(HostType own, HostMethod method) => problems.Add(
        "implement",
        method.Type.File.Name,
        $"{method.Type.Name}::{method.Name}",
        $"{own.Name} does not implement {method.Name} as {method.Signature}, which {method.Type.Name} demands.");

    // The host's interfaces of a class, those that they extend included.
    private IEnumerable<HostType> Interfaces(HostType type)
    {
        foreach (InterfaceImplementationHandle handle in type.Definition.GetInterfaceImplementations())
        {
            EntityHandle named = type.File.Reader.GetInterfaceImplementation(handle).Interface;
            if (_chain.Resolve(type.File, named, type.Arguments) is not { } contract || !HostFolder.IsHosts(contract.File.Name))
                continue;
            yield return contract;
            foreach (HostType extended in Interfaces(contract))
                yield return extended;
        }
    }

    private IEnumerable<string> ExplicitNames(HostType type)
    {
        foreach (MethodImplementationHandle handle in type.Definition.GetMethodImplementations())
        {
            EntityHandle declaration = type.File.Reader.GetMethodImplementation(handle).MethodDeclaration;
            if (declaration.Kind != HandleKind.MemberReference)
                continue;
            MemberReference member = type.File.Reader.GetMemberReference((MemberReferenceHandle)declaration);
            if (_chain.Resolve(type.File, member.Parent, type.Arguments) is { } parent)
                yield return $"{parent.Name}::{type.File.Reader.GetString(member.Name)}";
        }
    }

    private static bool IsConcrete(HostMethod method) => (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.Abstract)) == MethodAttributes.Virtual;

    private static bool IsOverride(HostMethod method) => (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual;

    private static bool IsOfObject(HostMethod method) => method.Name is nameof(ToString) or nameof(Equals) or nameof(GetHashCode) or "Finalize";
}
