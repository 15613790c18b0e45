namespace GenRefocus.Imaging;

/// <summary>The main subject's place as the camera noted it (EXIF SubjectArea), in pixels of the picture as stored, before it is turned upright.</summary>
/// <param name="CentreX">Centre from the stored left edge.</param>
/// <param name="CentreY">Centre from the stored upper edge.</param>
/// <param name="Width">Columns of the rectangle, or the circle's diameter; 0 = a point.</param>
/// <param name="Height">Rows of the rectangle, or the circle's diameter; 0 = a point.</param>
public sealed record SubjectArea(double CentreX, double CentreY, double Width, double Height)
{
    /// <summary>The same area in the upright picture.</summary>
    /// <param name="orientation">Orientation that the file had.</param>
    /// <param name="storedWidth">Columns of the stored picture.</param>
    /// <param name="storedHeight">Rows of the stored picture.</param>
    public SubjectArea ToUpright(ExifOrientation orientation, double storedWidth, double storedHeight)
    {
        (double x, double y) = orientation.ToUpright(CentreX, CentreY, storedWidth, storedHeight);
        return orientation.SwapsSides() ? new SubjectArea(x, y, Height, Width) : new SubjectArea(x, y, Width, Height);
    }
}
