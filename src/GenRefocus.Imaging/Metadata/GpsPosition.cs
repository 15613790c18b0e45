namespace GenRefocus.Imaging;

/// <summary>Where a photo was taken.</summary>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="Altitude">Metres above sea level, or null.</param>
public sealed record GpsPosition(double Latitude, double Longitude, double? Altitude);
