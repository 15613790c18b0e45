using GenRefocus.Bridge;
using PaintDotNet.Rendering;

namespace GenRefocus.PaintDotNet;

/// <summary>The layer as the engine gets it.</summary>
/// <param name="Layout">What the pixels are.</param>
/// <param name="Pixels">The pixels, red first.</param>
/// <param name="Hash">Hash of the content, by which the engine knows a picture again.</param>
/// <param name="Metadata">What the camera noted.</param>
/// <param name="Area">What the host wants rendered: the selection's bounds.</param>
internal sealed record SourcePicture(PlaneInfo Layout, byte[] Pixels, string Hash, ImageMetadata? Metadata, RectInt32 Area);
