namespace GenRefocus.PaintDotNet;

/// <summary>A control of the dialog.</summary>
/// <param name="Name">Its property.</param>
/// <param name="Tab">Its page; null to stand above the pages.</param>
internal abstract record DialogControl(RefocusProperty Name, DialogTab? Tab);
