using System.Text;
using GenRefocus.Bridge;
using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>The layer in the engine, for one instance of the effect: opened once, opened again where the engine is another one. One request at a time.</summary>
internal sealed class EnginePicture : IDisposable
{
    // A text box reports every key; an engine that reads words takes a millisecond, but the render that follows does not.
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(400);

    private readonly EngineRoom _room;
    private readonly SemaphoreSlim _one = new(1, 1);
    private BridgeClient? _client;
    private BridgeImage? _image;
    private long _generation;
    private (string Text, SettingsPatch Settings)? _words;
    private (SettingsPatch Settings, RefocusedPicture Picture)? _last;
    private byte[]? _spare;

    /// <summary>Enters the engine's room; nothing is started yet.</summary>
    public EnginePicture(EngineRoom room)
    {
        _room = room;
        room.Enter();
    }

    /// <summary>Begins to start the engine, while the caller does something else. What goes wrong is told when the engine is needed.</summary>
    public void Prepare() => _ = TryConnectAsync();

    /// <summary>Asks the engine what words mean.</summary>
    /// <returns>The settings that they ask for and this version has.</returns>
    public async Task<SettingsPatch> ReadWordsAsync(string words, CancellationToken cancel)
    {
        if (words.Length == 0)
            return SettingsPatch.Empty;
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_words is { } known && known.Text == words)
                return known.Settings;
            if (_last is not null)
                await Task.Delay(TypingPause, cancel).ConfigureAwait(false);
            BridgeClient client = await _room.ConnectAsync(cancel).ConfigureAwait(false);
            PromptResult read = await client.PromptAsync(words, null, cancel).ConfigureAwait(false);
            SettingsPatch settings = Available(SettingsDocument.Parse(Encoding.UTF8.GetBytes(read.Settings.GetRawText())).Patch);
            _words = (words, settings);
            return settings;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Renders.</summary>
    /// <returns>The result of the whole area.</returns>
    public async Task<RefocusedPicture> RenderAsync(SourcePicture source, SettingsPatch settings, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (_last is { } last && last.Settings.Equals(settings))
                return last.Picture;
            BridgeImage image = await OpenAsync(source, cancel).ConfigureAwait(false);
            PlaneInfo plane = source.Layout with { Width = source.Area.Width, Height = source.Area.Height };
            plane = plane with { Stride = plane.RowBytes };
            RenderRequest request = new(plane)
            {
                Settings = RenderRequest.ToJson(settings),
                Generation = ++_generation,
                Roi = new RoiInfo(source.Area.X, source.Area.Y, source.Area.Width, source.Area.Height),
            };
            byte[] pixels = _spare ?? GC.AllocateUninitializedArray<byte>((int)plane.ByteLength);
            _spare = pixels;
            await _client!.RenderAsync(image, request, pixels, null, cancel).ConfigureAwait(false);

            // The picture before this one is shown no more once the host set another token, which it does while no tile is read: its memory serves the next.
            _spare = _last?.Picture.Pixels;
            _last = (settings, new RefocusedPicture(source.Area, pixels));
            return _last.Value.Picture;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _room.Leave(LetGoAsync());

    private async Task TryConnectAsync()
    {
        try
        {
            await Task.Run(() => _room.ConnectAsync(CancellationToken.None)).ConfigureAwait(false);
        }
        catch (Exception later) when (later is EngineMissingException or EngineStoppedException or RpcException or IOException)
        {
            // The next one who connects meets it again.
        }
    }

    // What runs for the picture was cancelled and ends soon.
    private async Task<(BridgeClient, BridgeImage)?> LetGoAsync()
    {
        await _one.WaitAsync().ConfigureAwait(false);
        return _client is not null && _image is not null ? (_client, _image) : null;
    }

    private static SettingsPatch Available(SettingsPatch words) => words.Members
        .Where(member => !ShippedFeatures.Allow(member, words[member.Path]!.Value))
        .Aggregate(words, (rest, member) => rest.Without(member.Path));

    private async Task<BridgeImage> OpenAsync(SourcePicture source, CancellationToken cancel)
    {
        BridgeClient client = await _room.ConnectAsync(cancel).ConfigureAwait(false);
        if (_image is not null && client == _client)
            return _image;
        (_client, _image) = (client, null);
        HostPicture picture = new(source.Layout, source.Pixels) { Hash = source.Hash, Metadata = source.Metadata };
        return _image = await client.OpenAsync(picture, cancel).ConfigureAwait(false);
    }
}
