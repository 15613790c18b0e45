using GenRefocus.Imaging;
using GenRefocus.Settings;

namespace GenRefocus.Optics.Tests;

public sealed class FocusResolverTests : IDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // 0.2 everywhere, a near square of 0.8 at 100..300 × 50..150, and a far strip of 0.05 at the right.
    private readonly Plane<float> _disparity = new(800, 400);

    public FocusResolverTests()
    {
        _disparity.Fill(0.2f);
        for (int y = 0; y < 400; y++)
        {
            _disparity.Row(y)[700..].Fill(0.05f);
            if (y is >= 50 and < 150)
                _disparity.Row(y)[100..300].Fill(0.8f);
        }
    }

    public void Dispose() => _disparity.Dispose();

    [Theory]
    [InlineData("25%,25%", FocusMethod.Point, 0.8, 200.0, 100.0)]
    [InlineData("200,100", FocusMethod.Point, 0.8, 200.0, 100.0)]
    [InlineData("100%,100%", FocusMethod.Point, 0.05, 800.0, 400.0)]
    [InlineData("rect:0%,0%,100%,100%", FocusMethod.Rectangle, 0.2, 400.0, 200.0)]
    [InlineData("rect:90,40,130,110", FocusMethod.Rectangle, 0.8, 155.0, 95.0)]
    [InlineData("center", FocusMethod.Center, 0.2, 400.0, 200.0)]
    [InlineData("near", FocusMethod.Near, 0.8, null, null)]
    [InlineData("far", FocusMethod.Far, 0.05, null, null)]
    [InlineData("2.5m", FocusMethod.Distance, 0.4, null, null)]
    [InlineData("0.2m", FocusMethod.Distance, 1.0, null, null)]
    public void Targets_give_their_disparity_and_their_place(string target, FocusMethod method, double disparity, double? x, double? y)
    {
        FocusPlane plane = Resolver().Resolve(new FocusSettings { Target = FocusTarget.Parse(target) }, DepthScaling.Relative(null, 0, 1));
        Assert.Equal((method, x, y), (plane.Method, plane.X, plane.Y));
        Assert.Equal(disparity, plane.Disparity, 2e-5);
        Assert.Null(plane.Warning);
    }

    [Fact]
    public void A_points_window_outvotes_a_stray_pixel()
    {
        _disparity.Row(300)[400] = 1;
        Assert.Equal(0.2f, Resolver().Resolve(new FocusSettings { Target = FocusTarget.Parse("400,300") }, default).Disparity);
    }

    [Fact]
    public void A_given_disparity_overrules_the_target()
    {
        FocusPlane plane = Resolver().Resolve(new FocusSettings { Disparity = 0.33, Target = FocusTarget.Near }, default);
        Assert.Equal(new FocusPlane(0.33, FocusMethod.GivenDisparity), plane);
    }

    [Fact]
    public void A_disparity_above_1_is_refused_for_relative_depth_only()
    {
        Assert.Throws<SettingsException>(() => Resolver().Resolve(new FocusSettings { Disparity = 1.01 }, default));
        FocusPlane metric = new FocusResolver(Scene() with { Unit = DisparityUnit.Dioptres }, 1, Token)
            .Resolve(new FocusSettings { Disparity = 1.01 }, default);
        Assert.Equal(1.01, metric.Disparity);
    }

    [Fact]
    public void A_place_outside_the_picture_is_refused() =>
        Assert.Throws<SettingsException>(() => Resolver().Resolve(new FocusSettings { Target = FocusTarget.Parse("900,100") }, default));

    [Fact]
    public void Words_need_a_model() =>
        Assert.Contains("text-to-mask", Assert.Throws<SettingsException>(
            () => Resolver().Resolve(new FocusSettings { Target = FocusTarget.Text("red cup") }, default)).Message, StringComparison.Ordinal);

    [Fact]
    public void Auto_takes_what_the_camera_noted_first()
    {
        using Plane<float> mask = new(800, 400);
        mask.Fill(1);
        FocusScene scene = Scene() with { CameraSubject = new SubjectArea(200, 100, 40, 40), Subject = new SubjectMask(mask, 1) };
        FocusPlane plane = new FocusResolver(scene, 2, Token).Automatic();
        Assert.Equal((FocusMethod.CameraSubjectArea, 200.0, 100.0), (plane.Method, plane.X!.Value, plane.Y!.Value));
        Assert.Equal(0.8, plane.Disparity, 2e-5);
    }

    [Fact]
    public void A_camera_subject_outside_the_picture_is_ignored()
    {
        FocusScene scene = Scene() with { CameraSubject = new SubjectArea(2000, 1500, 40, 40) };
        Assert.Equal(FocusMethod.CentreWeighted, new FocusResolver(scene, 2, Token).Automatic().Method);
    }

    [Theory]
    [InlineData(0.7, 0.1, FocusMethod.Subject)]
    [InlineData(0.59, 0.1, FocusMethod.CentreWeighted)]
    [InlineData(0.9, 0.8, FocusMethod.CentreWeighted)]
    [InlineData(0.9, 0.005, FocusMethod.CentreWeighted)]
    public void Auto_takes_a_sure_subject_of_fitting_size(double score, double share, FocusMethod method)
    {
        using Plane<float> mask = new(800, 400);
        mask.Fill(0);
        for (int x = 0, columns = (int)(share * 800); x < columns; x++)
        {
            for (int y = 0; y < 400; y++)
                mask.Row(y)[x] = 1;
        }

        FocusScene scene = Scene() with { Subject = new SubjectMask(mask, score) };
        Assert.Equal(method, new FocusResolver(scene, 2, Token).Automatic().Method);
    }

    [Fact]
    public void A_subject_focuses_on_the_median_of_its_mask()
    {
        using Plane<float> mask = new(800, 400);
        mask.Fill(0.4f);
        for (int y = 60; y < 100; y++)
            mask.Row(y)[120..200].Fill(0.9f);
        FocusPlane plane = new FocusResolver(Scene() with { Subject = new SubjectMask(mask, 0.2) }, 2, Token)
            .Resolve(new FocusSettings { Target = FocusTarget.Subject }, default);
        Assert.Equal((FocusMethod.Subject, 160.0, 80.0), (plane.Method, plane.X!.Value, plane.Y!.Value));
        Assert.Equal(0.8, plane.Disparity, 2e-5);
    }

    [Fact]
    public void A_missing_subject_falls_back_to_auto_with_a_warning()
    {
        using Plane<float> empty = new(800, 400);
        empty.Fill(0);
        FocusSettings subject = new() { Target = FocusTarget.Subject };
        FocusPlane none = Resolver().Resolve(subject, default);
        FocusPlane nothing = new FocusResolver(Scene() with { Subject = new SubjectMask(empty, 0.9) }, 2, Token).Resolve(subject, default);
        Assert.Equal((FocusMethod.CentreWeighted, FocusMethod.CentreWeighted), (none.Method, nothing.Method));
        Assert.Contains("installed", none.Warning, StringComparison.Ordinal);
        Assert.Contains("No subject was found", nothing.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_centre_weighted_percentile_equals_a_sort_by_disparity()
    {
        Random random = new(5);
        List<(float Value, double Weight)> all = [];
        for (int y = 0; y < 400; y++)
        {
            for (int x = 0; x < 800; x++)
            {
                _disparity.Row(y)[x] = (float)Math.Pow(random.NextDouble(), 3);
                double u = ((x + 0.5) / 800 - 0.5) * 6, v = ((y + 0.5) / 400 - 0.5) * 6;
                all.Add((_disparity.Row(y)[x], Math.Exp(-((u * u) + (v * v)) / 2)));
            }
        }

        all.Sort((a, b) => a.Value.CompareTo(b.Value));
        double goal = 0.75 * all.Sum(p => p.Weight), sum = 0, expected = all.First(p => (sum += p.Weight) >= goal).Value;
        Assert.Equal(expected, Resolver().Automatic().Disparity, 1e-4);
    }

    private FocusScene Scene() => new(_disparity, DisparityHistogram.Of(_disparity, 2, Token), DisparityUnit.Relative);

    private FocusResolver Resolver() => new(Scene(), 2, Token);
}
