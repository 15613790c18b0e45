using System.Security.Cryptography;
using GenRefocus.Bridge;

namespace GenRefocus.Server;

/// <summary>What makes two opened pictures the same: pixels, profile and what the camera noted.</summary>
/// <param name="Hash">Hash of the pixels.</param>
/// <param name="Icc">Hash of the profile; empty for none.</param>
/// <param name="Metadata">What the camera noted.</param>
internal sealed record ContentKey(string Hash, string Icc, ImageMetadata? Metadata)
{
    /// <summary>The key of a picture that a client opens.</summary>
    public static ContentKey Of(OpenParams open) => new(open.Hash, open.Icc is { } icc ? Convert.ToHexStringLower(SHA256.HashData(icc)) : "", open.Metadata);
}
