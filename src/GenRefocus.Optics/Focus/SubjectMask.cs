using GenRefocus.Imaging;

namespace GenRefocus.Optics;

/// <summary>Where a picture's subject is.</summary>
/// <param name="Mask">Share of each pixel that belongs to the subject, 0 … 1, of the picture's size; stays with its owner.</param>
/// <param name="Score">How sure the finder is of it, 0 … 1, mean over the mask.</param>
public sealed record SubjectMask(Plane<float> Mask, double Score);
