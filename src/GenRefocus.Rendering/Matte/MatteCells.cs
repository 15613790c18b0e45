using System.Numerics;
using GenRefocus.Imaging;

namespace GenRefocus.Rendering;

/// <summary>Means of what is surely subject and surely not, over cells of the picture's pixels.</summary>
internal static unsafe class MatteCells
{
    /// <summary>Averages one row of cells.</summary>
    /// <param name="picture">The picture, opaque.</param>
    /// <param name="mask">Share of each pixel that belongs to the subject.</param>
    /// <param name="outline">Edges and means of the disparity, of the same cells.</param>
    /// <param name="scale">Picture pixels to a cell along each axis.</param>
    /// <param name="row">The row of cells.</param>
    /// <param name="front">Receives what is known of the subject.</param>
    /// <param name="back">Receives what is known of the rest.</param>
    public static void AverageRow(LinearImage picture, Plane<float> mask, DepthOutline outline, int scale, int row, MatteSide front, MatteSide back)
    {
        int y0 = row * scale, y1 = Math.Min(y0 + scale, picture.Height);
        for (int x = 0; x < front.Colour.Width; x++)
        {
            int x0 = x * scale, x1 = Math.Min(x0 + scale, picture.Width);
            bool passes = outline.Passes(x, row);
            float surelyFront = passes ? MatteParameters.SureFront : MatteParameters.SureAway, surelyBack = passes ? MatteParameters.SureBack : MatteParameters.SureAway;
            Vector4 frontSum = default, backSum = default;
            float frontSquares = 0, backSquares = 0;
            for (int y = y0; y < y1; y++)
            {
                Vector4* colours = picture.Pointer + ((long)y * picture.Stride);
                float* shares = mask.Pointer + ((long)y * mask.Stride);
                for (int i = x0; i < x1; i++)
                {
                    if (shares[i] >= surelyFront)
                    {
                        frontSum += colours[i];
                        frontSquares += colours[i].AsVector3().LengthSquared();
                    }
                    else if (shares[i] <= surelyBack)
                    {
                        backSum += colours[i];
                        backSquares += colours[i].AsVector3().LengthSquared();
                    }
                }
            }

            float disparity = outline.Disparity.Pointer[((long)row * outline.Disparity.Stride) + x];
            front.Set(x, row, frontSum, frontSquares, frontSum.W > 0 ? disparity : float.NegativeInfinity);
            back.Set(x, row, backSum, backSquares, backSum.W > 0 ? disparity : float.PositiveInfinity);
        }
    }
}
