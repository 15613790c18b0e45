namespace GenRefocus.PaintDotNet;

/// <summary>A tick that sets a factor to 0 when it is taken away.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Tab">Its page.</param>
/// <param name="Path">The factor's path.</param>
internal sealed record SwitchControl(RefocusProperty Name, DialogTab? Tab, string Path) : DialogControl(Name, Tab);
