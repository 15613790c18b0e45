using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GenRefocus.Inference;

/// <summary>
/// Remembers verdicts of the self-check on disk, one small JSON file for each adapter, driver and runtime. A cache that cannot be read or written is
/// no cache, never an error.
/// </summary>
/// <param name="folder">Folder of the files, made when needed; null remembers nothing.</param>
internal sealed class SelfCheckCache(string? folder)
{
    private const int MaxBytes = 16 * 1024;

    public SelfCheckVerdict? Find(string identity)
    {
        try
        {
            if (PathOf(identity) is not { } path || !File.Exists(path) || new FileInfo(path).Length > MaxBytes)
                return null;
            SelfCheckCacheEntry? entry = JsonSerializer.Deserialize(File.ReadAllBytes(path), SelfCheckCacheJson.Default.SelfCheckCacheEntry);
            return entry is { Reason: not null } && entry.Identity == identity ? new SelfCheckVerdict(entry.Passed, entry.Reason) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public void Keep(string identity, SelfCheckVerdict verdict)
    {
        try
        {
            if (PathOf(identity) is not { } path)
                return;
            Directory.CreateDirectory(folder!);
            string temporary = $"{path}.{Environment.ProcessId}.tmp";
            var entry = new SelfCheckCacheEntry(identity, verdict.Passed, verdict.Reason);
            File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(entry, SelfCheckCacheJson.Default.SelfCheckCacheEntry));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The check simply runs again next time.
        }
    }

    public void Forget(string identity)
    {
        try
        {
            if (PathOf(identity) is { } path)
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As in Keep.
        }
    }

    private string? PathOf(string identity)
    {
        if (folder is null)
            return null;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
        return Path.Combine(folder, $"directml-{hash[..16]}.json");
    }
}
