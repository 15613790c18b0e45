using GenRefocus.Bridge;
using GenRefocus.Imaging;

namespace GenRefocus.Server;

/// <summary>Looks at what a client wants to open, before memory is taken.</summary>
internal static class OpenCheck
{
    private const int HashDigits = 64;

    /// <summary>Checks the parameters.</summary>
    /// <exception cref="RpcException">They are wrong or ask for too much.</exception>
    public static void Check(OpenParams open, BridgeLimits limits)
    {
        if (open.Hash.Length != HashDigits || !open.Hash.All(char.IsAsciiHexDigitLower))
            throw Wrong("hash", "The hash is not 64 lower-case hexadecimal digits.");
        if (open.Planes is not [{ } colour])
            throw Wrong("planes", "A picture has exactly one colour plane.");
        CheckPlane(open, colour, PlaneRole.Colour, limits);
        if (open.Selection is { } selection)
        {
            CheckPlane(open, selection, PlaneRole.Selection, limits);
            if (selection.Id == colour.Id)
                throw Wrong("selection", "The selection has the id of the colour plane.");
        }

        if (open.Icc?.Length > limits.IccBytes)
            throw new RpcException(RpcCode.Limit, $"The colour profile has {open.Icc.Length} bytes; at most {limits.IccBytes} are allowed.", "icc");
    }

    /// <summary>The curves of the profile that came along; null for none.</summary>
    /// <exception cref="RpcException">It does not fit the picture.</exception>
    public static ColourEncoding? Profile(OpenParams open)
    {
        if (open.Icc is null)
            return open.Planes[0].Transfer == PlaneTransfer.Icc ? throw Wrong("icc", "The transfer is icc, but there is no profile.") : null;
        return ColourEncoding.OfProfile(open.Icc) ?? throw Wrong("icc", "The colour profile is damaged or neither of RGB nor of grey.");
    }

    /// <summary>What the camera noted.</summary>
    public static CaptureInfo Capture(ImageMetadata? metadata) => metadata is null ? CaptureInfo.Unknown : new CaptureInfo
    {
        FocalLength = Positive(metadata.FocalLength),
        FocalLength35Mm = Positive(metadata.FocalLength35),
        FNumber = Positive(metadata.FNumber),
        SubjectDistance = Positive(metadata.SubjectDistance),
        UprightSubjectArea = metadata.SubjectArea is { } area ? new SubjectArea(area.X, area.Y, area.Width, area.Height) : null,
    };

    private static void CheckPlane(OpenParams open, PlaneInfo plane, PlaneRole role, BridgeLimits limits)
    {
        string member = role == PlaneRole.Colour ? "planes" : "selection";
        if (plane.Check() is { } problem)
            throw Wrong(member, problem);
        if (plane.Role != role || plane.Width != open.Width || plane.Height != open.Height)
            throw Wrong(member, $"A plane has the role or the size of another than the picture of {open.Width} × {open.Height}.");
        if ((long)plane.Width * plane.Height > limits.Pixels)
            throw new RpcException(RpcCode.Limit, $"The picture of {plane.Width} × {plane.Height} has more than {limits.Pixels} pixels.", member);
    }

    private static double? Positive(double? value) => value is > 0 and <= double.MaxValue ? value : null;

    private static RpcException Wrong(string member, string message) => new(RpcCode.InvalidParams, message, member);
}
