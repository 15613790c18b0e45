using System.Globalization;
using System.Net;
using System.Text;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace GenRefocus.PaintDotNet.Tests.Documentation;

/// <summary>Draws a dialog's tree of controls, all pages side by side, as SVG. Paint.NET draws them in its own way; what stands where is the same.</summary>
internal sealed class DialogPicture
{
    private const int ColumnWidth = 300, Margin = 16, InnerWidth = ColumnWidth - (2 * Margin), TitleHeight = 18, Gap = 12;
    private const int RowHeight = 22, NoteHeight = 14, PointHeight = 120, WordsHeight = 54;

    private readonly StringBuilder _svg = new();

    /// <summary>Draws it.</summary>
    /// <param name="title">The window's title.</param>
    /// <param name="dialog">The dialog.</param>
    public static string Draw(string title, ControlInfo dialog)
    {
        DialogPicture picture = new();
        TabPageControlInfo[] pages = [.. dialog.ChildControls.OfType<TabContainerControlInfo>().SelectMany(tabs => tabs.ChildControls).Cast<TabPageControlInfo>()];
        int width = (pages.Length * ColumnWidth) + Margin, top = 44, bottom = 0;
        foreach (PropertyControlInfo control in dialog.ChildControls.OfType<PropertyControlInfo>())
            top = picture.Control(control, Margin, top, width - (2 * Margin));
        for (int i = 0; i < pages.Length; i++)
        {
            int x = Margin + (i * ColumnWidth), y = top + 40;
            picture.Box(x, top, ColumnWidth - Margin, 26, "#e8e8e8");
            picture.Text(x + Margin, top + 18, pages[i].Text!, "bold");
            foreach (PropertyControlInfo control in pages[i].ChildControls.Cast<PropertyControlInfo>())
                y = picture.Control(control, x + (Margin / 2), y, InnerWidth);
            bottom = Math.Max(bottom, y);
        }

        string head = string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{bottom + Margin}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        string frame = string.Create(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{bottom + Margin}\" fill=\"#fafafa\" stroke=\"#888\"/>\n<rect width=\"{width}\" height=\"28\" fill=\"#d6e4f5\"/>\n");
        return $"{head}{frame}<text x=\"{Margin}\" y=\"19\" font-weight=\"bold\">{WebUtility.HtmlEncode(title)}</text>\n{picture._svg}</svg>\n";
    }

    private int Control(PropertyControlInfo control, int x, int y, int width)
    {
        string title = control.Settings.GetValueOrDefault(ControlInfoPropertyNames.DisplayName) as string ?? "";
        if (title.Length > 0)
        {
            Text(x, y + 12, title, "bold", control.Property.ReadOnly);
            y += TitleHeight;
        }

        y += Body(control, x, y, width);
        if (control.Settings.GetValueOrDefault(ControlInfoPropertyNames.Footnote) is string note)
        {
            Text(x, y + 11, note, "normal", isGrey: true);
            y += NoteHeight;
        }

        return y + Gap;
    }

    private int Body(PropertyControlInfo control, int x, int y, int width)
    {
        bool grey = control.Property.ReadOnly;
        switch (control.ControlType.Value)
        {
            case PropertyControlType.PanAndSlider:
                Box(x, y, width, PointHeight, "#dfe7dc");
                Line(x + (width / 2), y, x + (width / 2), y + PointHeight);
                Line(x, y + (PointHeight / 2), x + width, y + (PointHeight / 2));
                Text(x + 6, y + PointHeight - 6, "the layer", "normal", isGrey: true);
                return PointHeight;
            case PropertyControlType.CheckBox:
                Box(x, y + 2, 12, 12, "#fff");
                Text(x + 2, y + 12, "✓", "bold");
                Text(x + 20, y + 12, (string)control.Settings[ControlInfoPropertyNames.Description]!, "normal");
                return 16;
            case PropertyControlType.DropDown:
                Box(x, y, width, RowHeight, "#fff");
                Text(x + 6, y + 15, control.ValueNames[control.Property.Value!], "normal", grey);
                Text(x + width - 16, y + 15, "▾", "normal", grey);
                return RowHeight;
            case PropertyControlType.TextBox:
                Box(x, y, width, WordsHeight, "#fff");
                return WordsHeight;
            case PropertyControlType.FileChooser:
                Box(x, y, width - 30, RowHeight, "#fff");
                Box(x + width - 26, y, 26, RowHeight, "#e8e8e8");
                Text(x + width - 18, y + 15, "…", "bold", grey);
                return RowHeight;
            default:
                Slider(control, x, y, width);
                return RowHeight;
        }
    }

    private void Slider(PropertyControlInfo control, int x, int y, int width)
    {
        (double value, double min, double max) = Range(control.Property);
        const int NumberWidth = 92;
        int length = width - NumberWidth - 10;
        bool isExponential = control.Settings.GetValueOrDefault(ControlInfoPropertyNames.UseExponentialScale) is true;
        double share = isExponential ? Math.Log(value / min) / Math.Log(max / min) : (value - min) / (max - min);
        Line(x, y + 11, x + length, y + 11);
        Box(x + (int)(share * (length - 8)), y + 3, 8, 16, control.Property.ReadOnly ? "#ccc" : "#7a9cc6");
        Text(x + length + 10, y + 15, string.Create(CultureInfo.InvariantCulture, $"{value:0.##}  [{min:0.##} … {max:0.##}]"), "normal", control.Property.ReadOnly);
    }

    /// <summary>Value, least and greatest of a number.</summary>
    public static (double Value, double Min, double Max) Range(Property property) => property switch
    {
        DoubleProperty number => (number.Value, number.MinValue, number.MaxValue),
        Int32Property integer => (integer.Value, integer.MinValue, integer.MaxValue),
        _ => throw new ArgumentException($"{property.Name} is no number."),
    };

    private void Box(int x, int y, int width, int height, string fill) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" stroke=\"#999\"/>\n");

    private void Line(int x1, int y1, int x2, int y2) => _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"#999\"/>\n");

    private void Text(int x, int y, string text, string weight, bool isGrey = false) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" font-weight=\"{weight}\" fill=\"{(isGrey ? "#888" : "#222")}\">{WebUtility.HtmlEncode(text)}</text>\n");
}
