using System.Globalization;
using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Optics.Tests;

public sealed class BlurScaleTests
{
    private static readonly CaptureInfo Phone = new() { FocalLength = 6.8, FocalLength35Mm = 26 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0.0, 19.75)]
    [InlineData(0.5, 20.26)]
    public void A_full_frame_lens_of_50_mm_at_1_8_draws_the_tabled_blur(double focusDioptres, double expected) =>
        Assert.Equal(expected, Resolve(new BlurSettings { FNumber = 1.8 }, CaptureInfo.Unknown, DepthScaling.Metric, focusDioptres, 1024).K, 0.005);

    [Fact]
    public void The_photos_own_lens_draws_the_tabled_blur()
    {
        BlurScale scale = Resolve(new BlurSettings { FNumber = 1.8, Camera = BlurCamera.Photo }, Phone, DepthScaling.Metric, 0, 1024);
        Assert.Equal(9.415, scale.SensorWidth!.Value, 0.001);
        Assert.Equal(1.397, scale.K, 0.0005);
    }

    [Fact]
    public void The_same_photo_on_full_frame_draws_the_tabled_blur()
    {
        BlurScale scale = Resolve(new BlurSettings { FNumber = 1.8 }, Phone, DepthScaling.Metric, 0, 1024);
        Assert.Equal((26, 36), (scale.FocalLength!.Value, scale.SensorWidth!.Value));
        Assert.Equal(5.341, scale.K, 0.0005);
    }

    [Fact]
    public void Relative_depth_draws_the_tabled_blur()
    {
        BlurScale scale = Resolve(new BlurSettings(), CaptureInfo.Unknown, DepthScaling.Relative(null, 0.5, 1), 0.5, 4000);
        Assert.Equal(71.225, scale.K, 0.0005);
        Assert.Equal(2, scale.FocusDistance!.Value, 1e-12);
    }

    [Fact]
    public void The_longer_side_counts_in_upright_pictures() =>
        Assert.Equal(
            Resolve(new BlurSettings(), Phone, DepthScaling.Metric, 1, 900, 600).K,
            BlurScale.Resolve(new BlurSettings(), Phone, DepthScaling.Metric, 1, 600, 900).K);

    [Fact]
    public void Strength_multiplies_and_zero_gives_none()
    {
        double once = Resolve(new BlurSettings(), Phone, DepthScaling.Metric, 1, 800).K;
        Assert.Equal(2.5 * once, Resolve(new BlurSettings { Strength = 2.5 }, Phone, DepthScaling.Metric, 1, 800).K, 1e-9);
        Assert.Equal(0, Resolve(new BlurSettings { Strength = 0 }, Phone, DepthScaling.Metric, 1, 800).K);
    }

    [Fact]
    public void A_given_K_overrules_lens_and_camera()
    {
        BlurSettings settings = new() { K = 40, Camera = BlurCamera.Photo, FNumber = 22, Strength = 0.5 };
        BlurScale scale = Resolve(settings, CaptureInfo.Unknown, DepthScaling.Metric, 1, 800);
        Assert.Equal(20, scale.K);
        Assert.Null(scale.FocalLength);
    }

    [Theory]
    [InlineData(null, 26.0, "FocalLength")]
    [InlineData(0.0, 26.0, "FocalLength")]
    [InlineData(6.8, null, "FocalLengthIn35mmFilm")]
    [InlineData(6.8, 0.0, "FocalLengthIn35mmFilm")]
    public void The_photos_own_camera_needs_both_tags_and_names_the_missing_one(double? focal, double? equivalent, string missing)
    {
        CaptureInfo capture = new() { FocalLength = focal, FocalLength35Mm = equivalent };
        BlurSettings settings = new() { Camera = BlurCamera.Photo };
        SettingsException error = Assert.Throws<SettingsException>(() => Resolve(settings, capture, DepthScaling.Metric, 1, 800));
        Assert.Contains($" lack {missing};", error.Message, StringComparison.Ordinal);
        Assert.Equal("blur.camera", error.Member);
    }

    [Fact]
    public void An_equivalent_focal_length_of_0_counts_as_missing_on_full_frame() =>
        Assert.Equal(50, Resolve(new BlurSettings(), new CaptureInfo { FocalLength35Mm = 0 }, DepthScaling.Metric, 1, 800).FocalLength);

    [Fact]
    public void The_focus_is_never_nearer_than_four_focal_lengths()
    {
        BlurScale near = Resolve(new BlurSettings(), CaptureInfo.Unknown, DepthScaling.Metric, 100, 1000);
        Assert.Equal(0.2, near.FocusDistance!.Value, 1e-12);
        Assert.Equal(ThinLens.PixelsPerDioptre(50, 2, 200, 36, 1000), near.K, 1e-9);
        Assert.Equal(near.K, ThinLens.PixelsPerDioptre(50, 2, 20, 36, 1000), 1e-9);
    }

    [Fact]
    public void The_scale_of_relative_depth_comes_from_the_cameras_distance_when_it_says_something()
    {
        Assert.Equal(1 / (3 * 0.4), DepthScaling.Relative(3, 0.4, 1).DioptresPerUnit, 1e-12);
        Assert.Equal(20, DepthScaling.Relative(0.1, 0.5, 1).DioptresPerUnit, 1e-12);
        foreach ((double? z, double d) in ((double?, double)[])[(null, 0.4), (0, 0.4), (1000, 0.4), (double.PositiveInfinity, 0.4), (3, 0.049), (0.39, 0.0504), (0.099, 0.5)])
            Assert.Equal(1 / 2.5, DepthScaling.Relative(z, d, 2.5).DioptresPerUnit, 1e-12);
    }

    [Fact]
    public void Distances_and_disparities_are_inverse_within_their_limits()
    {
        DepthScaling scaling = DepthScaling.Relative(null, 0, 2);
        Assert.Equal(0.5, scaling.Disparity(4), 1e-12);
        Assert.Equal(1, scaling.Disparity(0.5));
        Assert.Equal(4, scaling.Metres(0.5), 1e-12);
        Assert.Equal(200, scaling.Metres(0), 1e-9);
        Assert.Equal(4, DepthScaling.Metric.Disparity(0.25));
        Assert.Equal(double.PositiveInfinity, DepthScaling.Metric.Metres(0));
    }

    [Fact]
    public void Errors_have_decimal_points_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;
        try
        {
            using Plane<float> plane = new(4, 4);
            plane.Fill(0);
            FocusResolver resolver = new(new FocusScene(plane, DisparityHistogram.Of(plane, 1, Token), DisparityUnit.Relative), 1, Token);
            SettingsException error = Assert.Throws<SettingsException>(() => resolver.Resolve(new FocusSettings { Disparity = 1.5 }, DepthScaling.Metric));
            Assert.Contains("1.5 is above 1", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static BlurScale Resolve(BlurSettings settings, CaptureInfo capture, DepthScaling scaling, double focus, int width, int height = 10) =>
        BlurScale.Resolve(settings, capture, scaling, focus, width, height);
}
