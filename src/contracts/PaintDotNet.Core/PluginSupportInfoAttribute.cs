namespace PaintDotNet;

[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class PluginSupportInfoAttribute : Attribute, IPluginSupportInfo
{
    private readonly IPluginSupportInfo? _info;
    private string? _displayName;

    public PluginSupportInfoAttribute()
    {
    }

    public PluginSupportInfoAttribute(Type pluginSupportInfoOrProviderType) => _info = (IPluginSupportInfo)Activator.CreateInstance(pluginSupportInfoOrProviderType)!;

    public string? DisplayName
    {
        get => _displayName ?? _info?.DisplayName;
        set => _displayName = value;
    }

    string? IPluginSupportInfo.Author => _info?.Author;

    string? IPluginSupportInfo.Copyright => _info?.Copyright;

    Version? IPluginSupportInfo.Version => _info?.Version;

    Uri? IPluginSupportInfo.WebsiteUri => _info?.WebsiteUri;
}
