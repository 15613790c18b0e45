namespace GenRefocus.Settings;

/// <summary>What <c>--shape</c> takes beyond the shapes: the names of polygons, and a picture's path.</summary>
internal static class ApertureShapeFlag
{
    // In the order of their number of blades, of which the first has three.
    private static readonly string[] Polygons = ["triangle", "square", "pentagon", "hexagon", "heptagon", "octagon"];

    public static SettingsPatch? Parse(string text)
    {
        string trimmed = text.Trim();
        int polygon = Array.FindIndex(Polygons, name => name.Equals(trimmed, StringComparison.OrdinalIgnoreCase));
        if (polygon >= 0)
        {
            return Shape(ApertureShape.Polygon)
                .With(SettingPaths.ApertureBlades, SettingValue.FromInteger(ApertureSettings.MinBlades + polygon));
        }

        if (trimmed.AsSpan().ContainsAny("./\\"))
            return Shape(ApertureShape.Image).With(SettingPaths.ApertureImage, SettingValue.FromText(trimmed));

        return SettingSpelling.All<ApertureShape>().Contains(trimmed, StringComparer.OrdinalIgnoreCase)
            ? null
            : throw new SettingsException(
                SettingPaths.ApertureShape,
                $"\"{ErrorText.Shorten(trimmed)}\" is not one of {string.Join(", ", SettingSpelling.All<ApertureShape>())}, {string.Join(", ", Polygons)}, or a picture's path");
    }

    private static SettingsPatch Shape(ApertureShape shape) =>
        SettingsPatch.Empty.With(SettingPaths.ApertureShape, SettingValue.FromText(SettingSpelling.Of(shape)));
}
