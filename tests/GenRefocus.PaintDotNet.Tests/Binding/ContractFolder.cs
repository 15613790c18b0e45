using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace GenRefocus.PaintDotNet.Tests.Binding;

/// <summary>A copy of the contract assemblies as an installed Paint.NET would have them, to be changed by editing their tables.</summary>
internal sealed class ContractFolder : IDisposable
{
    private const int VersionOffset = 4, FlagsOffset = 6, NameOffset = 8, SignatureOffset = 10, TypeNameOffset = 4;
    private const int AccessMask = 7, InternalAccess = 3, FinalFlag = 0x20;

    public ContractFolder()
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "PaintDotNet.*.dll").Append(System.IO.Path.Combine(AppContext.BaseDirectory, "System.Windows.Forms.dll")))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("pdn-contracts-").FullName;

    /// <summary>Gives all assemblies another version.</summary>
    public void Stamp(Version version)
    {
        foreach (string file in Directory.EnumerateFiles(Path, "PaintDotNet.*.dll"))
        {
            Edit(file, (reader, bytes, metadata) =>
            {
                int row = metadata + reader.GetTableMetadataOffset(TableIndex.Assembly) + VersionOffset;
                foreach (int part in (int[])[version.Major, version.Minor, version.Build, version.Revision])
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(row), (ushort)part);
                    row += sizeof(ushort);
                }
            });
        }
    }

    /// <summary>Takes all methods of a name away, by another name.</summary>
    public void Remove(string assembly, string type, string method) => EditMethod(assembly, type, method, (reader, row, _) =>
        BinaryPrimitives.WriteUInt16LittleEndian(row[NameOffset..], (ushort)reader.GetHeapOffset(TypeOf(reader, type).Name)));

    /// <summary>Gives a method the signature of another one of the same assembly.</summary>
    public void ChangeSignature(string assembly, string type, string method, string otherType, string otherMethod) => EditMethod(assembly, type, method, (reader, row, _) =>
        BinaryPrimitives.WriteUInt16LittleEndian(row[SignatureOffset..], (ushort)reader.GetHeapOffset(reader.GetMethodDefinition(MethodsOf(reader, otherType, otherMethod)[0]).Signature)));

    /// <summary>Makes a method internal.</summary>
    public void Hide(string assembly, string type, string method) => EditMethod(assembly, type, method, (_, row, flags) =>
        BinaryPrimitives.WriteUInt16LittleEndian(row[FlagsOffset..], (ushort)((flags & ~AccessMask) | InternalAccess)));

    /// <summary>Forbids to override a method.</summary>
    public void Seal(string assembly, string type, string method) => EditMethod(assembly, type, method, (_, row, flags) =>
        BinaryPrimitives.WriteUInt16LittleEndian(row[FlagsOffset..], (ushort)(flags | FinalFlag)));

    /// <summary>Takes a type away, by another name.</summary>
    public void RemoveType(string assembly, string type) => Edit(FileOf(assembly), (reader, bytes, metadata) =>
    {
        TypeDefinitionHandle handle = reader.TypeDefinitions.Single(candidate => NameOf(reader, candidate) == type);
        int row = metadata + reader.GetTableMetadataOffset(TableIndex.TypeDef) + ((MetadataTokens.GetRowNumber(handle) - 1) * reader.GetTableRowSize(TableIndex.TypeDef));
        StringHandle other = reader.GetTypeDefinition(reader.TypeDefinitions.First()).Name;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(row + TypeNameOffset), (ushort)reader.GetHeapOffset(other));
    });

    /// <summary>Takes an assembly away.</summary>
    public void RemoveAssembly(string assembly) => File.Delete(FileOf(assembly));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private delegate void RowEdit(MetadataReader reader, Span<byte> row, ushort flags);

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    private static TypeDefinition TypeOf(MetadataReader reader, string name) => reader.GetTypeDefinition(reader.TypeDefinitions.Single(candidate => NameOf(reader, candidate) == name));

    private static MethodDefinitionHandle[] MethodsOf(MetadataReader reader, string type, string method) =>
        [.. TypeOf(reader, type).GetMethods().Where(candidate => reader.GetString(reader.GetMethodDefinition(candidate).Name) == method)];

    private static void Edit(string file, Action<MetadataReader, byte[], int> edit)
    {
        byte[] bytes = File.ReadAllBytes(file);
        using (PEReader image = new(new MemoryStream([.. bytes])))
        {
            MetadataReader reader = image.GetMetadataReader();

            // Rows of large heaps are wider; ours are small.
            Assert.True(Math.Max(reader.GetHeapSize(HeapIndex.String), reader.GetHeapSize(HeapIndex.Blob)) <= ushort.MaxValue);
            edit(reader, bytes, image.PEHeaders.MetadataStartOffset);
        }

        File.WriteAllBytes(file, bytes);
    }

    private string FileOf(string assembly) => System.IO.Path.Combine(Path, $"{assembly}.dll");

    private void EditMethod(string assembly, string type, string method, RowEdit edit) => Edit(FileOf(assembly), (reader, bytes, metadata) =>
    {
        int size = reader.GetTableRowSize(TableIndex.MethodDef);
        foreach (MethodDefinitionHandle handle in MethodsOf(reader, type, method))
        {
            int row = metadata + reader.GetTableMetadataOffset(TableIndex.MethodDef) + ((MetadataTokens.GetRowNumber(handle) - 1) * size);
            edit(reader, bytes.AsSpan(row, size), (ushort)reader.GetMethodDefinition(handle).Attributes);
        }
    });
}
