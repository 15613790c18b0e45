using PaintDotNet;

namespace GenRefocus.PaintDotNet;

/// <summary>What Paint.NET shows about the plug-in.</summary>
public sealed class PluginInfo : IPluginSupportInfo
{
    /// <inheritdoc/>
    public string? Author => "The GenRefocus developers";

    /// <inheritdoc/>
    public string? Copyright => "Copyright (c) The GenRefocus developers, MIT licence";

    /// <inheritdoc/>
    public string? DisplayName => MenuName.ForUser();

    /// <inheritdoc/>
    public Version? Version => typeof(PluginInfo).Assembly.GetName().Version;

    /// <inheritdoc/>
    public Uri? WebsiteUri => null;
}
