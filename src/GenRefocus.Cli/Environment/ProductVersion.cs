using System.Reflection;

namespace GenRefocus.Cli;

/// <summary>The version of the product.</summary>
internal static class ProductVersion
{
    /// <summary>The version, as <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
