using GenRefocus.Imaging;

namespace GenRefocus.Engine;

/// <summary>What stage 1 makes of a photo: the picture in which everything is sharp, or the photo itself where nothing was to be done. Owns its picture.</summary>
public sealed class AllInFocus : IDisposable
{
    internal AllInFocus(LinearImage picture, DeblurReport? deblur)
    {
        Picture = picture;
        Deblur = deblur;
    }

    /// <summary>The picture, linear and premultiplied, in the photo's primaries; what was sharp in the photo has every bit of it.</summary>
    public LinearImage Picture { get; }

    /// <summary>What was found and done; null where nobody looked.</summary>
    public DeblurReport? Deblur { get; }

    /// <inheritdoc/>
    public void Dispose() => Picture.Dispose();
}
