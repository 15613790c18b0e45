using GenRefocus.Bridge;
using GenRefocus.Rendering;

namespace GenRefocus.Server;

/// <summary>What a render covers.</summary>
/// <param name="Asked">What the client asked for.</param>
/// <param name="Rendered">The same, its corner on the period of the dither, so that a region's pixels are those of the whole.</param>
internal readonly record struct RenderArea(PixelRegion Asked, PixelRegion Rendered)
{
    private const int DitherPeriod = 8;

    /// <summary>Checks a render's parameters against its picture.</summary>
    /// <exception cref="RpcException">They are wrong.</exception>
    public static RenderArea Of(RenderParams render, PlaneInfo picture)
    {
        RoiInfo roi = render.Roi ?? new RoiInfo(0, 0, picture.Width, picture.Height);
        if (!roi.IsInside(picture.Width, picture.Height))
            throw Wrong("roi", $"The rectangle is not inside the picture of {picture.Width} × {picture.Height}.");
        double scale = render.Scale ?? 1;
        if (!(scale is >= RenderParams.MinScale and <= 1))
            throw Wrong("scale", $"The scale is {RenderParams.MinScale} to 1.");
        CheckPlane(render.Plane, picture, RenderParams.Scaled(roi.Width, scale), RenderParams.Scaled(roi.Height, scale));
        int left = roi.X / DitherPeriod * DitherPeriod, top = roi.Y / DitherPeriod * DitherPeriod;
        return new RenderArea(new PixelRegion(roi.X, roi.Y, roi.Width, roi.Height), new PixelRegion(left, top, roi.X + roi.Width - left, roi.Y + roi.Height - top));
    }

    private static void CheckPlane(PlaneInfo plane, PlaneInfo picture, int width, int height)
    {
        if (plane.Check() is { } problem)
            throw Wrong("plane", problem);
        if (plane.Role != PlaneRole.Result)
            throw Wrong("plane", "The plane of a result has the role result.");
        if (plane.Width != width || plane.Height != height)
            throw Wrong("plane", $"The result is {width} × {height}, the plane {plane.Width} × {plane.Height}.");
        if (plane.Colours != picture.Colours)
            throw Wrong("plane", "The plane is grey and the picture is not, or the other way round.");
    }

    private static RpcException Wrong(string member, string message) => new(RpcCode.InvalidParams, message, member);
}
