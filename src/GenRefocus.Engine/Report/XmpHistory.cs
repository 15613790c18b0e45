using System.Globalization;

namespace GenRefocus.Engine;

/// <summary>A report as properties of the program's XMP namespace.</summary>
internal static class XmpHistory
{
    /// <summary>Name to value; what is not known is left out.</summary>
    public static IReadOnlyDictionary<string, string> Properties(RefocusReport report)
    {
        Dictionary<string, string> properties = new()
        {
            ["Version"] = report.Version,
            ["Settings"] = report.PortableSettings,
            ["View"] = report.View,
            ["Quality"] = report.Quality,
            ["Seed"] = Text(report.Seed),
            ["Width"] = Text(report.Width),
            ["Height"] = Text(report.Height),
            ["FocusDisparity"] = Text(report.Focus.Disparity),
            ["FocusMethod"] = report.Focus.Method,
            ["K"] = Text(report.Blur.K),
            ["LargestRadius"] = Text(report.Blur.LargestRadius),
            ["RadiusClamped"] = report.Blur.RadiusClamped ? "True" : "False",
            ["DepthSource"] = report.Depth.Source,
            ["DepthUnit"] = report.Depth.Unit,
            ["DioptresPerUnit"] = Text(report.Depth.DioptresPerUnit),
        };
        Add("FocusX", report.Focus.X);
        Add("FocusY", report.Focus.Y);
        Add("FocusDistance", report.Focus.Distance);
        if (report.Deblur is { } deblur)
        {
            Add("SoftShare", deblur.SoftShare);
            properties["Restored"] = deblur.Restored ? "True" : "False";
        }

        if (report.Bokeh is { } bokeh)
            properties["BokehRefined"] = bokeh.Refined ? "True" : "False";
        if (report.Depth is { Model: { } model, ModelSha256: { } hash })
        {
            properties["DepthModel"] = model;
            properties["DepthModelSha256"] = hash;
        }

        if (report.Warnings.Count > 0)
            properties["Warnings"] = string.Join('\n', report.Warnings);
        return properties;

        void Add(string name, double? value)
        {
            if (value is { } number)
                properties[name] = Text(number);
        }
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
