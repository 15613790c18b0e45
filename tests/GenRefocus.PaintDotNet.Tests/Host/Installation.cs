using System.Reflection;
using GenRefocus.Bridge;
using GenRefocus.Server.Tests;
using GenRefocus.Server.Tests.Kills;
using PaintDotNet.Effects;

namespace GenRefocus.PaintDotNet.Tests.Host;

/// <summary>A folder laid out as installed, Effects/Refocus, and a user of its own to whom no other engine belongs.</summary>
internal sealed class Installation : IDisposable
{
    private static readonly string[] Variables = ["XDG_RUNTIME_DIR", "XDG_DATA_HOME"];

    private readonly string?[] _before = [.. Variables.Select(Environment.GetEnvironmentVariable)];
    private readonly Type _effect;

    public Installation(bool hasEngine)
    {
        Directory.CreateDirectory(PluginFolder);
        foreach (string variable in Variables)
            Environment.SetEnvironmentVariable(variable, Folder);
        File.Copy(ShippedPlugin, Plugin);
        if (hasEngine)
            File.CreateSymbolicLink(Path.Combine(PluginFolder, "genrefocus"), Path.Combine(LongTests.EngineFolder, "genrefocus"));
        Assembly loaded = new PluginContext(Plugin).LoadFromAssemblyPath(Plugin);
        _effect = loaded.GetTypes().Single(type => typeof(PropertyBasedBitmapEffect).IsAssignableFrom(type));
    }

    /// <summary>The plug-in as it was built.</summary>
    public static string ShippedPlugin => Path.Combine(AppContext.BaseDirectory, "plugin", "GenRefocus.PaintDotNet.dll");

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"pdn-{Guid.NewGuid():N}"[..16]);

    public string Plugin => Path.Combine(PluginFolder, "GenRefocus.PaintDotNet.dll");

    public BridgeEndpoint Endpoint => BridgeEndpoint.In(Path.Combine(Folder, "genrefocus"));

    private string PluginFolder => Path.Combine(Folder, "Effects", "Refocus");

    /// <summary>Makes an instance of the effect.</summary>
    public PropertyBasedBitmapEffect Create() => (PropertyBasedBitmapEffect)Activator.CreateInstance(_effect)!;

    public void Dispose()
    {
        foreach (int pid in EngineProcess.Find(Folder))
            Kill(pid);
        for (int i = 0; i < Variables.Length; i++)
            Environment.SetEnvironmentVariable(Variables[i], _before[i]);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Processes of the engine that this installation started.</summary>
    public int[] Engines()
    {
        string link = Path.Combine(PluginFolder, "genrefocus");
        return [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(int.Parse!).Where(pid => IsOurs(pid, link))];
    }

    /// <summary>Ends a process of the engine, without a word.</summary>
    public static void Kill(int pid)
    {
        try
        {
            using System.Diagnostics.Process process = System.Diagnostics.Process.GetProcessById(pid);
            process.Kill();
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It ended meanwhile.
        }
    }

    private static bool IsOurs(int pid, string link)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline").StartsWith(link, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
