using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace GenRefocus.HostCheck;

/// <summary>
/// Writes signatures as text, so that those of two modules can be compared: types of the host with the assembly that defines them, all others by name alone, since
/// facades name other assemblies for the same type. The context holds what stands for the type parameters.
/// </summary>
internal sealed class SignatureText(AssemblyFile module, HostFolder host) : ISignatureTypeProvider<string, IReadOnlyList<string>>
{
    private const byte ValueTypeKind = 0x11;

    /// <summary>A method's signature.</summary>
    public static string Of(MethodSignature<string> method)
    {
        string generic = method.GenericParameterCount > 0 ? $"<{method.GenericParameterCount}>" : "";
        string instance = method.Header.IsInstance ? "" : "static ";
        string convention = method.Header.CallingConvention == SignatureCallingConvention.Default ? "" : $"{method.Header.CallingConvention} ";
        return $"{instance}{convention}{method.ReturnType} {generic}({string.Join(", ", method.ParameterTypes)})";
    }

    /// <inheritdoc/>
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    /// <inheritdoc/>
    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Named(rawTypeKind, module.Name, TypeNames.Of(reader, handle));

    /// <inheritdoc/>
    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Named(rawTypeKind, TypeNames.ScopeOf(reader, handle) ?? module.Name, TypeNames.Of(reader, handle));

    /// <inheritdoc/>
    public string GetTypeFromSpecification(MetadataReader reader, IReadOnlyList<string> genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <inheritdoc/>
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(", ", typeArguments)}>";

    /// <inheritdoc/>
    public string GetGenericTypeParameter(IReadOnlyList<string> genericContext, int index) => index < genericContext.Count ? genericContext[index] : $"!{index}";

    /// <inheritdoc/>
    public string GetGenericMethodParameter(IReadOnlyList<string> genericContext, int index) => $"!!{index}";

    /// <inheritdoc/>
    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    /// <inheritdoc/>
    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    /// <inheritdoc/>
    public string GetByReferenceType(string elementType) => $"{elementType}&";

    /// <inheritdoc/>
    public string GetPointerType(string elementType) => $"{elementType}*";

    /// <inheritdoc/>
    public string GetPinnedType(string elementType) => elementType;

    /// <inheritdoc/>
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    /// <inheritdoc/>
    public string GetFunctionPointerType(MethodSignature<string> signature) => $"method {Of(signature)}";

    // Whether a type is a value or a class is part of a signature: a struct that became a class binds no more.
    private string Named(byte kind, string assembly, string name)
    {
        string value = kind == ValueTypeKind ? "valuetype " : "";
        return HostFolder.IsHosts(assembly) ? $"{value}[{host.Find(assembly, name)?.File.Name ?? assembly}]{name}" : value + name;
    }
}
