using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

public sealed class DepthImporterTests
{
    [Theory]
    [InlineData(DepthSampleKind.Integer8, false, DepthMeaning.Auto, DepthScale.Relative, new float[] { 0, 51, 255 }, new[] { 0, 0.2f, 1 })]
    [InlineData(DepthSampleKind.Integer16, false, DepthMeaning.Auto, DepthScale.Relative, new float[] { 0, 13107, 65535 }, new[] { 0, 0.2f, 1 })]
    [InlineData(DepthSampleKind.Integer16, true, DepthMeaning.Auto, DepthScale.Relative, new float[] { 0, 13107, 65535 }, new[] { 0, 0.2f, 1 })]
    [InlineData(DepthSampleKind.Float, false, DepthMeaning.Auto, DepthScale.Relative, new[] { 0.1f, 0.7f, 0.3f }, new[] { 0.1f, 0.7f, 0.3f })]
    [InlineData(DepthSampleKind.Float, true, DepthMeaning.Auto, DepthScale.Metric, new[] { 0.5f, 4, 2 }, new[] { 2, 0.25f, 0.5f })]
    [InlineData(DepthSampleKind.Float, true, DepthMeaning.Disparity, DepthScale.Relative, new[] { 0.5f, 4, 2 }, new[] { 0.5f, 4, 2 })]
    [InlineData(DepthSampleKind.Integer8, false, DepthMeaning.Depth, DepthScale.Relative, new float[] { 0, 51, 255 }, new[] { 1, 0.8f, 0 })]
    [InlineData(DepthSampleKind.Float, false, DepthMeaning.Depth, DepthScale.Relative, new[] { 0, 0.25f, 1 }, new[] { 1, 0.75f, 0 })]
    [InlineData(DepthSampleKind.Integer16, false, DepthMeaning.Metric, DepthScale.Metric, new float[] { 500, 4000, 2000 }, new[] { 2, 0.25f, 0.5f })]
    [InlineData(DepthSampleKind.Integer16, false, DepthMeaning.Metric, DepthScale.Metric, new float[] { 500, 0, 2000 }, new[] { 2, 0.5f, 0.5f })]
    [InlineData(DepthSampleKind.Float, true, DepthMeaning.Metric, DepthScale.Metric, new[] { 1, float.PositiveInfinity, 2 }, new[] { 1, 0.5f, 0.5f })]
    [InlineData(DepthSampleKind.Float, true, DepthMeaning.Metric, DepthScale.Metric, new[] { 1, -3f, float.NaN }, new float[] { 1, 1, 1 })]
    [InlineData(DepthSampleKind.Float, false, DepthMeaning.Disparity, DepthScale.Relative, new[] { 0.5f, float.NaN, 0 }, new[] { 0.5f, 0, 0 })]
    public void Values_mean_what_their_kind_says(DepthSampleKind kind, bool saysMetres, DepthMeaning meaning, DepthScale scale, float[] values, float[] expected)
    {
        using var file = new DepthFile(Pictures.Plane(values.Length, 1, (x, _) => values[x]), kind, saysMetres);
        using DepthEstimate estimate = DepthImporter.Import(file, meaning);
        Assert.Equal(scale, estimate.Scale);
        Assert.Null(estimate.ModelId);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], estimate.Disparity[i, 0], 1e-6f);
    }

    [Fact]
    public void Eight_bits_cannot_be_metres()
    {
        using var file = new DepthFile(Pictures.Plane(2, 2, (_, _) => 5), DepthSampleKind.Integer8, false);
        Assert.Equal(PictureErrorKind.Unsupported, Assert.Throws<PictureException>(() => DepthImporter.Import(file, DepthMeaning.Metric)).Kind);
    }

    [Fact]
    public void A_file_without_a_known_value_is_refused()
    {
        using var file = new DepthFile(Pictures.Plane(2, 2, (_, _) => 0), DepthSampleKind.Integer16, false);
        Assert.Throws<PictureException>(() => DepthImporter.Import(file, DepthMeaning.Metric));
    }
}
