namespace GenRefocus.Settings;

/// <summary>Reads the grammar of <see cref="FocusTarget"/>.</summary>
internal static class FocusTargetParser
{
    /// <summary>Starts a rectangle.</summary>
    public const string RectanglePrefix = "rect:";

    /// <summary>Starts words.</summary>
    public const string TextPrefix = "text:";

    /// <summary>All forms, for error texts and help.</summary>
    public const string Forms =
        "auto, subject, center, near, far, a point as 50%,40% or 1200,800, rect:10%,20%,30%,40%, a distance as 2.5m, or text:red cup";

    public static FocusTarget Parse(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.StartsWith(TextPrefix, StringComparison.OrdinalIgnoreCase))
            return FocusTarget.Text(trimmed[TextPrefix.Length..]);
        if (trimmed.StartsWith(RectanglePrefix, StringComparison.OrdinalIgnoreCase))
        {
            double[] numbers = Coordinates(trimmed, trimmed[RectanglePrefix.Length..], 4, out PositionUnit unit);
            return FocusTarget.Rectangle(numbers[0], numbers[1], numbers[2], numbers[3], unit);
        }

        if (trimmed.Contains(',', StringComparison.Ordinal))
        {
            double[] numbers = Coordinates(trimmed, trimmed, 2, out PositionUnit unit);
            return FocusTarget.Point(numbers[0], numbers[1], unit);
        }

        if (trimmed.EndsWith('m') && InvariantNumber.TryParse(trimmed.AsSpan(0, trimmed.Length - 1).TrimEnd(), out double metres))
            return FocusTarget.Distance(metres);

        return trimmed.ToLowerInvariant() switch
        {
            "auto" => FocusTarget.Auto,
            "subject" => FocusTarget.Subject,
            "center" => FocusTarget.Center,
            "near" => FocusTarget.Near,
            "far" => FocusTarget.Far,
            _ => throw NotUnderstood(trimmed),
        };
    }

    private static double[] Coordinates(string whole, string list, int count, out PositionUnit unit)
    {
        string[] parts = list.Split(',', StringSplitOptions.TrimEntries);
        int percents = parts.Count(part => part.EndsWith('%'));
        unit = percents > 0 ? PositionUnit.Percent : PositionUnit.Pixels;
        if (parts.Length != count)
            throw NotUnderstood(whole);
        if (percents is not 0 && percents != count)
            throw FocusTarget.Refuse(whole, "mixes per cent and pixels; give all numbers in the same unit");

        double[] numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!InvariantNumber.TryParse(percents > 0 ? parts[i].AsSpan(0, parts[i].Length - 1) : parts[i], out numbers[i]))
                throw NotUnderstood(whole);
        }

        return numbers;
    }

    private static SettingsException NotUnderstood(string text) =>
        FocusTarget.Refuse(text, $"is not understood; write {Forms}");
}
