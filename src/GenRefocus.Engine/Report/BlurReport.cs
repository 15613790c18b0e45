namespace GenRefocus.Engine;

/// <summary>The blur of a picture.</summary>
/// <param name="K">Radius in pixels for each unit of disparity, strength included.</param>
/// <param name="FocalLength">Focal length of the simulated lens in millimetres; null where K was given.</param>
/// <param name="SensorWidth">Longer side of the simulated sensor in millimetres; null where K was given.</param>
/// <param name="LargestRadius">Largest radius of the circle of confusion in pixels.</param>
/// <param name="RadiusClamped">Whether a larger radius was limited to it.</param>
public sealed record BlurReport(double K, double? FocalLength, double? SensorWidth, double LargestRadius, bool RadiusClamped);
