using System.Globalization;
using GenRefocus.Bridge;

namespace GenRefocus.Cli;

/// <summary>The engine process of the hosts, if one runs.</summary>
internal static class EngineProcessCheck
{
    private const double Mebibyte = 1 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Asks it how it does.</summary>
    /// <param name="cancellation">Ends it.</param>
    public static IEnumerable<Check> Look(CancellationToken cancellation)
    {
        using CancellationTokenSource clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(Patience);
        yield return LookAsync(clock.Token).GetAwaiter().GetResult();
    }

    private static async Task<Check> LookAsync(CancellationToken cancellation)
    {
        const string Name = "engine process";
        Stream stream;
        try
        {
            stream = await BridgeTransport.ConnectAsync(BridgeEndpoint.Default, Patience, cancellation).ConfigureAwait(false);
        }
        catch (Exception none) when (none is IOException or OperationCanceledException)
        {
            return Check.Ok(Name, "none runs; plug-ins start it when they need it");
        }

        try
        {
            BridgeClientOptions options = new() { Name = "genrefocus doctor", Version = ProductVersion.Text, HelloTime = Patience };
            await using BridgeClient client = new(await BridgeConnection.OpenAsync(stream, options, cancellation).ConfigureAwait(false));
            return Check.Ok(Name, Describe(await client.InfoAsync(cancellation).ConfigureAwait(false)));
        }
        catch (Exception silent) when (silent is RpcException or EngineStoppedException or OperationCanceledException)
        {
            return Check.Warning(Name, $"one runs but does not answer: {silent.Message}", "end the process \"genrefocus serve\"; the next plug-in starts a new one");
        }
    }

    private static string Describe(EngineInfo info) => string.Create(
        CultureInfo.InvariantCulture,
        $"version {info.Version}, process {info.Pid}, up {info.UptimeSeconds:0} s, {info.Clients} clients, {info.Images} pictures ({info.CacheBytes / Mebibyte:0} MiB), memory {info.WorkingSetBytes / Mebibyte:0} MiB, {info.Done} done, {info.Failed} failed, {info.Cancelled} cancelled, {info.Superseded} superseded, log {info.Log ?? "none"}");
}
