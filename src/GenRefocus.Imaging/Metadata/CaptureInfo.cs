using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.IO;

namespace GenRefocus.Imaging;

/// <summary>What the camera noted about a shot. A member is null where the tag is missing, damaged, or holds the value that EXIF reserves for "unknown".</summary>
public sealed record CaptureInfo
{
    /// <summary>A photo about which nothing is known.</summary>
    public static CaptureInfo Unknown { get; } = new();

    /// <summary>Maker of the camera.</summary>
    public string? Make { get; init; }

    /// <summary>Model of the camera.</summary>
    public string? Model { get; init; }

    /// <summary>Lens.</summary>
    public string? Lens { get; init; }

    /// <summary>When the shot was taken, in the camera's own time.</summary>
    public DateTime? Taken { get; init; }

    /// <summary>Focal length in millimetres.</summary>
    public double? FocalLength { get; init; }

    /// <summary>Focal length in millimetres with the same angle of view on 36 × 24 mm; 0 in the file counts as missing.</summary>
    public double? FocalLength35Mm { get; init; }

    /// <summary>F-number.</summary>
    public double? FNumber { get; init; }

    /// <summary>Exposure time in seconds.</summary>
    public double? ExposureTime { get; init; }

    /// <summary>Sensitivity, ISO.</summary>
    public int? Iso { get; init; }

    /// <summary>Distance of the subject in metres; 0 in the file counts as missing, the code for infinity gives positive infinity.</summary>
    public double? SubjectDistance { get; init; }

    /// <summary>Place of the subject in the picture as stored; see <see cref="UprightSubjectArea"/>.</summary>
    public SubjectArea? SubjectArea { get; init; }

    /// <summary>Place of the subject in the upright picture in its pixels, or null.</summary>
    public SubjectArea? UprightSubjectArea { get; init; }

    /// <summary>Where the shot was taken.</summary>
    public GpsPosition? Position { get; init; }

    /// <summary>Reads the EXIF block of a photo.</summary>
    /// <param name="metadata">Blocks of the photo.</param>
    /// <returns>What could be read; a damaged block gives what was sound before the damage.</returns>
    public static CaptureInfo Read(PhotoMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Exif is not { Length: > 8 } exif)
            return Unknown;
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            directories = new ExifReader().Extract(new ByteArrayReader(exif));
        }
        catch (Exception e) when (e is IOException or MetadataException or OverflowException or ArgumentException or IndexOutOfRangeException)
        {
            return Unknown;
        }

        MetadataExtractor.Directory? primary = directories.OfType<ExifIfd0Directory>().FirstOrDefault();
        MetadataExtractor.Directory? shot = directories.OfType<ExifSubIfdDirectory>().FirstOrDefault();
        SubjectArea? area = ReadSubjectArea(shot);
        return new CaptureInfo
        {
            Make = Text(primary, ExifDirectoryBase.TagMake),
            Model = Text(primary, ExifDirectoryBase.TagModel),
            Lens = Text(shot, ExifDirectoryBase.TagLensModel),
            Taken = ReadDate(shot),
            FocalLength = Positive(shot, ExifDirectoryBase.TagFocalLength),
            FocalLength35Mm = Positive(shot, ExifDirectoryBase.Tag35MMFilmEquivFocalLength),
            FNumber = Positive(shot, ExifDirectoryBase.TagFNumber),
            ExposureTime = Positive(shot, ExifDirectoryBase.TagExposureTime),
            Iso = shot is not null && shot.TryGetInt32(ExifDirectoryBase.TagIsoEquivalent, out int iso) && iso > 0 ? iso : null,
            SubjectDistance = ReadDistance(shot),
            SubjectArea = area,
            UprightSubjectArea = metadata is { SensorWidth: > 0, SensorHeight: > 0 }
                ? area?.ToUpright(metadata.Orientation, metadata.SensorWidth, metadata.SensorHeight)
                : null,
            Position = ReadPosition(directories.OfType<GpsDirectory>().FirstOrDefault()),
        };
    }

    private static string? Text(MetadataExtractor.Directory? directory, int tag)
    {
        string? text = directory?.GetString(tag)?.Trim('\0', ' ');
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static double? Positive(MetadataExtractor.Directory? directory, int tag)
    {
        if (directory is null)
            return null;
        // A rational is divided here: TryGetDouble goes through single precision and makes 2.2 of 22/10 to 2.2000000477.
        double value = directory.TryGetRational(tag, out Rational rational) ? rational.ToDouble()
            : directory.TryGetDouble(tag, out double number) ? number : 0;
        return double.IsFinite(value) && value > 0 ? value : null;
    }

    private static DateTime? ReadDate(MetadataExtractor.Directory? directory) => DateTime.TryParseExact(
        Text(directory, ExifDirectoryBase.TagDateTimeOriginal), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime taken)
        ? taken : null;

    private static double? ReadDistance(MetadataExtractor.Directory? directory)
    {
        if (directory is null || !directory.TryGetRational(ExifDirectoryBase.TagSubjectDistance, out Rational distance) || distance.Denominator == 0)
            return null;
        // EXIF 2.32, 4.6.6: a numerator of FFFFFFFF means infinity, 0 means unknown. Signed readers see the former as −1.
        if (distance.Numerator is uint.MaxValue or -1)
            return double.PositiveInfinity;
        double metres = distance.ToDouble();
        return metres > 0 ? metres : null;
    }

    private static SubjectArea? ReadSubjectArea(MetadataExtractor.Directory? directory)
    {
        int[]? values = directory?.GetInt32Array(ExifDirectoryBase.TagSubjectLocationTiffEp) ?? directory?.GetInt32Array(ExifDirectoryBase.TagSubjectLocation);
        return values switch
        {
            [int x, int y] => new SubjectArea(x, y, 0, 0),
            [int x, int y, int diameter] => new SubjectArea(x, y, diameter, diameter),
            [int x, int y, int width, int height] => new SubjectArea(x, y, width, height),
            _ => null,
        };
    }

    private static GpsPosition? ReadPosition(GpsDirectory? directory)
    {
        // Receivers without a fix write 0°, 0°.
        if (directory?.GetGeoLocation() is not { IsZero: false } location)
            return null;
        double? altitude = null;
        if (directory.TryGetDouble(GpsDirectory.TagAltitude, out double metres) && double.IsFinite(metres))
            altitude = directory.TryGetInt32(GpsDirectory.TagAltitudeRef, out int below) && below == 1 ? -metres : metres;
        return new GpsPosition(location.Latitude, location.Longitude, altitude);
    }
}
