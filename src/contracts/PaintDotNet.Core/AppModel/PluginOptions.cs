namespace PaintDotNet.AppModel;

public abstract record PluginOptions;
