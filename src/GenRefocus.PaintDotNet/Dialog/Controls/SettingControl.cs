using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>A control for a member of the settings: range, default and texts are the member's.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Tab">Its page.</param>
/// <param name="Path">The member's path.</param>
internal sealed record SettingControl(RefocusProperty Name, DialogTab? Tab, string Path) : DialogControl(Name, Tab)
{
    /// <summary>Settings in whose presence the control is used, where its default depends on others.</summary>
    public RefocusSettings Context { get; init; } = new();

    /// <summary>How a number is shown; null for other kinds.</summary>
    public NumberStyle? Style { get; init; }

    /// <summary>Key of a title and help of the dialog's own, where those of the member would mislead.</summary>
    public string? OwnText { get; init; }

    /// <summary>The member.</summary>
    public SettingDescription Member => SettingsCatalog.Find(Path)!;

    /// <summary>The value that is not sent.</summary>
    public SettingValue? Default => Member.EffectiveDefault(Context);

    /// <summary>Whether this version has the stage; without it the control is there, but cannot be used.</summary>
    public bool IsAvailable => (Member.Stage & ~ShippedFeatures.All) == RefocusFeatures.None;
}
