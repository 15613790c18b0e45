using GenRefocus.Imaging;

namespace GenRefocus.Optics.Tests;

/// <summary>One aperture of every kind, by name, so that a theory can list them.</summary>
internal static class Shapes
{
    public static TheoryData<string> Names =>
    [
        "disc", "triangle", "square", "pentagon turned", "hexagon", "heptagon curved", "16 blades", "star", "star of 8 turned", "heart", "heart turned",
        "ring", "thin ring", "tall", "wide hexagon", "bubble", "creamy hexagon", "picture", "picture turned",
    ];

    public static Aperture Get(string name) => name switch
    {
        "disc" => Aperture.Disc(),
        "triangle" => Aperture.Polygon(3),
        "square" => Aperture.Polygon(4),
        "pentagon turned" => Aperture.Polygon(5, 0, 20),
        "hexagon" => Aperture.Polygon(6),
        "heptagon curved" => Aperture.Polygon(7, 0.5, -35),
        "16 blades" => Aperture.Polygon(16),
        "star" => Aperture.Star(5, 0.45),
        "star of 8 turned" => Aperture.Star(8, 0.3, 11),
        "heart" => Aperture.Heart(),
        "heart turned" => Aperture.Heart(70),
        "ring" => Aperture.Ring(0.4),
        "thin ring" => Aperture.Ring(0.9),
        "tall" => Aperture.Disc().WithAnamorphic(2),
        "wide hexagon" => Aperture.Polygon(6).WithAnamorphic(0.6),
        "bubble" => Aperture.Disc().WithBubble(0.7),
        "creamy hexagon" => Aperture.Polygon(6).WithBubble(-0.5),
        "picture" => Aperture.FromPicture(Drop()),
        "picture turned" => Aperture.FromPicture(Drop(), 30),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such shape."),
    };

    /// <summary>A grey gradient in the upper left three quarters of a wide picture.</summary>
    public static AperturePicture Drop()
    {
        using Plane<float> plane = new(240, 160);
        for (int y = 0; y < plane.Height; y++)
        {
            for (int x = 0; x < plane.Width; x++)
                plane.Row(y)[x] = x < 180 && y < 120 ? 0.25f + (x / 240f) : 0;
        }

        return new AperturePicture(plane);
    }
}
