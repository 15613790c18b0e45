using GenRefocus.Imaging;

namespace GenRefocus.Cli;

/// <summary>A picture to deblur and what it should become; owns what it holds.</summary>
/// <param name="Given">The picture.</param>
/// <param name="Truth">The sharp one.</param>
/// <param name="Radius">Radius of the blur of every pixel, with sign; null where it is not known pixel by pixel.</param>
internal sealed record DeblurTrial(LinearImage Given, LinearImage Truth, Plane<float>? Radius) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Given.Dispose();
        Truth.Dispose();
        Radius?.Dispose();
    }
}
