namespace GenRefocus.PaintDotNet;

/// <summary>The picture, to click into; −1 … 1 from its left and upper edge to its right and lower one.</summary>
internal sealed record FocusPointControl() : DialogControl(RefocusProperty.FocusPoint, DialogTab.Focus);
