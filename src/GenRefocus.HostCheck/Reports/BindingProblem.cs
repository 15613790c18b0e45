namespace GenRefocus.HostCheck;

/// <summary>One thing that a plug-in needs and a host does not have.</summary>
/// <param name="Kind"><c>assembly</c>, <c>version</c>, <c>type</c>, <c>member</c>, <c>access</c>, <c>override</c> or <c>implement</c>.</param>
/// <param name="Assembly">The host's assembly.</param>
/// <param name="Name">The type or member, as <c>Namespace.Type::Member</c>; the assembly's name where it is the matter.</param>
/// <param name="Message">One sentence.</param>
public sealed record BindingProblem(string Kind, string Assembly, string Name, string Message);
