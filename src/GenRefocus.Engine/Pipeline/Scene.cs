using GenRefocus.Optics;
using GenRefocus.Rendering;

namespace GenRefocus.Engine;

/// <summary>A photo seen through one lens. Owns what it holds.</summary>
/// <param name="Defocus">Radius of every pixel.</param>
/// <param name="Bokeh">What the renderer works on.</param>
internal sealed record Scene(DefocusMap Defocus, BokehScene Bokeh) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Bokeh.Dispose();
        Defocus.Dispose();
    }
}
