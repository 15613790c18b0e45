using System.Globalization;
using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>What is known about a photo, as <c>info --json</c> prints it. A member is left out when nothing is known.</summary>
internal sealed record PhotoInfo
{
    public required string File { get; init; }

    public required string Format { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required int BitDepth { get; init; }

    public required bool Alpha { get; init; }

    public required bool Grey { get; init; }

    public required bool ColourProfile { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public string? Lens { get; init; }

    public string? Taken { get; init; }

    public double? FocalLength { get; init; }

    public double? FocalLength35Mm { get; init; }

    public double? FNumber { get; init; }

    public double? ExposureTime { get; init; }

    public int? Iso { get; init; }

    /// <summary>Metres; absent when not known or infinite.</summary>
    public double? SubjectDistance { get; init; }

    public bool? SubjectAtInfinity { get; init; }

    /// <summary>Centre of the subject in the upright picture, in per cent, as <c>--focus</c> takes it.</summary>
    public string? SubjectArea { get; init; }

    public GpsPosition? Position { get; init; }

    /// <summary>How the picture was refocused before.</summary>
    public IReadOnlyDictionary<string, string>? History { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Gathers what is known.</summary>
    /// <param name="file">The name of the photo.</param>
    /// <param name="photo">The photo.</param>
    /// <returns>What is known.</returns>
    public static PhotoInfo Of(string file, Photo photo)
    {
        CaptureInfo capture = photo.Capture;
        IReadOnlyDictionary<string, string>? history = photo.Metadata.Xmp is { } xmp ? XmpPacket.TryParse(xmp)?.Properties : null;
        return new()
        {
            File = file,
            Format = photo.Format.ToString(),
            Width = photo.Width,
            Height = photo.Height,
            BitDepth = photo.BitDepth,
            Alpha = photo.HasAlpha,
            Grey = photo.IsGrey,
            ColourProfile = photo.Metadata.Icc is not null,
            Make = capture.Make,
            Model = capture.Model,
            Lens = capture.Lens,
            Taken = capture.Taken?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
            FocalLength = capture.FocalLength,
            FocalLength35Mm = capture.FocalLength35Mm,
            FNumber = Rounded(capture.FNumber),
            ExposureTime = Rounded(capture.ExposureTime),
            Iso = capture.Iso,
            SubjectDistance = capture.SubjectDistance is { } distance && double.IsFinite(distance) ? distance : null,
            SubjectAtInfinity = capture.SubjectDistance is { } far && double.IsInfinity(far) ? true : null,
            SubjectArea = capture.UprightSubjectArea is { } area ? Percent(area, photo) : null,
            Position = capture.Position,
            History = history is { Count: > 0 } ? history : null,
            Warnings = photo.Warnings,
        };
    }

    /// <summary>The same for people, one line each.</summary>
    /// <returns>Labels and values.</returns>
    public IEnumerable<(string Label, string Value)> Lines()
    {
        yield return ("File", File);
        yield return ("Format", $"{Format}, {BitDepth} bits{(Grey ? ", grey" : "")}{(Alpha ? ", with transparency" : "")}");
        yield return ("Size", Text($"{Width} × {Height} pixels"));
        yield return ("Colour profile", ColourProfile ? "embedded" : "none (sRGB)");

        (string Label, string? Value)[] known =
        [
            ("Camera", Make is null && Model is null ? null : $"{Make} {Model}".Trim()),
            ("Lens", Lens),
            ("Taken", Taken?.Replace('T', ' ')),
            ("Focal length", FocalLength is { } length ? Text($"{length:0.##} mm") : null),
            ("35 mm equivalent", FocalLength35Mm is { } equivalent ? Text($"{equivalent:0.##} mm") : null),
            ("Aperture", FNumber is { } number ? Text($"f/{number:0.##}") : null),
            ("Exposure", ExposureTime is { } time ? Exposure(time) : null),
            ("ISO", Iso is { } iso ? Text($"{iso}") : null),
            ("Subject distance", SubjectAtInfinity is true ? "infinite" : SubjectDistance is { } distance ? Text($"{distance:0.##} m") : null),
            ("Subject", SubjectArea),
            ("Position", Position is { } place ? Text($"{place.Latitude:0.#####}, {place.Longitude:0.#####}") : null),
        ];
        foreach ((string label, string? value) in known)
        {
            if (value is not null)
                yield return (label, value);
        }

        foreach ((string name, string value) in History ?? new Dictionary<string, string>())
            yield return ($"genrefocus:{name}", value);
    }

    // Some cameras write fractions such as 9999999/2000000 for an even number.
    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 6) : null;

    private static string? Percent(SubjectArea area, Photo photo)
    {
        double x = area.CentreX * 100 / photo.Width;
        double y = area.CentreY * 100 / photo.Height;
        return x is >= 0 and <= 100 && y is >= 0 and <= 100 ? Text($"{x:0.##}%,{y:0.##}%") : null;
    }

    // As cameras show it: fractions for what is shorter than a third of a second.
    private static string Exposure(double seconds) => seconds < 0.3 ? Text($"1/{Math.Round(1 / seconds)} s") : Text($"{seconds:0.##} s");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
