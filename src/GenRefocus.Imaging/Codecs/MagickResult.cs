namespace GenRefocus.Imaging;

/// <summary>What <see cref="MagickReader"/> found.</summary>
/// <param name="Samples">The integers: HEIC upright, JPEG XL as stored.</param>
/// <param name="Metadata">Metadata of the file; <see cref="PhotoMetadata.Orientation"/> is what is still to be applied.</param>
internal sealed record MagickResult(SampleImage Samples, PhotoMetadata Metadata);
