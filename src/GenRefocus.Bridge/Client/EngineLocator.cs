using System.Runtime.Versioning;
using System.Text.Json;
using Microsoft.Win32;

namespace GenRefocus.Bridge;

/// <summary>Finds the engine's program: beside the adapter, else by the install record. Never by PATH or the current folder.</summary>
public static class EngineLocator
{
    private const long MaxRecordBytes = 64 * 1024;
    private const string RegistryKey = @"Software\GenRefocus";
    private const string RegistryValue = "Engine";

    private static string ProgramName => OperatingSystem.IsWindows() ? "genrefocus.exe" : "genrefocus";

    /// <summary>Path of the install record of Linux and macOS.</summary>
    public static string InstallRecord
    {
        get
        {
            string data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { } folder && Path.IsPathRooted(folder)
                ? folder
                : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
            return Path.Combine(data, "genrefocus", "install.json");
        }
    }

    /// <summary>Finds it.</summary>
    /// <param name="adapterFolder">Folder of the adapter.</param>
    /// <exception cref="EngineMissingException">There is none; the message says where it was looked for.</exception>
    public static string Find(string adapterFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(adapterFolder);
        string beside = Path.Combine(Path.GetFullPath(adapterFolder), ProgramName);
        if (File.Exists(beside))
            return beside;
        string? recorded = OperatingSystem.IsWindows() ? FromRegistry() : FromRecord(InstallRecord);
        if (recorded is not null && Path.IsPathFullyQualified(recorded) && File.Exists(recorded))
            return recorded;
        string record = OperatingSystem.IsWindows() ? $@"HKCU\{RegistryKey}" : InstallRecord;
        throw new EngineMissingException(recorded is null
            ? $"GenRefocus is not installed: there is no {beside} and no install record ({record}). Install GenRefocus."
            : $"GenRefocus is not where it was installed: {recorded}, named by {record}, is missing. Install it again.");
    }

    private static string? FromRecord(string path)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length > MaxRecordBytes)
                return null;
            using JsonDocument record = JsonDocument.Parse(File.ReadAllBytes(path));
            return record.RootElement.ValueKind == JsonValueKind.Object && record.RootElement.TryGetProperty("engine", out JsonElement engine) && engine.ValueKind == JsonValueKind.String
                ? engine.GetString()
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    [SupportedOSPlatform("windows")]
    private static string? FromRegistry() => Read(Registry.CurrentUser) ?? Read(Registry.LocalMachine);

    [SupportedOSPlatform("windows")]
    private static string? Read(RegistryKey hive)
    {
        using RegistryKey? key = hive.OpenSubKey(RegistryKey);
        return key?.GetValue(RegistryValue) as string;
    }
}
