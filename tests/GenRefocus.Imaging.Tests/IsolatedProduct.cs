using System.Reflection;
using System.Runtime.Loader;

namespace GenRefocus.Imaging.Tests;

/// <summary>The product's assemblies loaded a second time, so that a test sees what one call loads.</summary>
internal sealed class IsolatedProduct() : AssemblyLoadContext("product")
{
    private readonly AssemblyDependencyResolver _resolver = new(typeof(IsolatedProduct).Assembly.Location);

    public void ReadPhoto(string path)
    {
        Type reader = LoadFromAssemblyName(typeof(PhotoReader).Assembly.GetName()).GetType(typeof(PhotoReader).FullName!)!;
        MethodInfo read = reader.GetMethods().Single(m => m.Name == nameof(PhotoReader.Read) && m.GetParameters()[0].ParameterType == typeof(string));
        ((IDisposable)read.Invoke(null, [path, null, CancellationToken.None])!).Dispose();
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
