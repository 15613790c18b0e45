namespace GenRefocus.Diffusion.Tests;

public sealed class WorkingSizeTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1632, 1224, 1632, 1224)]
    [InlineData(2500, 1000, 2500, 1000)]
    [InlineData(4000, 3000, 1826, 1369)]
    [InlineData(1, 16_384, 1, 16_384)]
    public void A_picture_keeps_its_size_or_its_shape(int width, int height, int expectedWidth, int expectedHeight) =>
        Assert.Equal((expectedWidth, expectedHeight), WorkingSize.Of(width, height));

    [Fact]
    public void No_picture_is_worked_on_in_many_more_pixels_and_none_vanishes()
    {
        Random random = new(3);
        for (int i = 0; i < 1000; i++)
        {
            int width = random.Next(1, 60_000), height = random.Next(1, 60_000);
            (int w, int h) = WorkingSize.Of(width, height);
            Assert.InRange(w, 1, width);
            Assert.InRange(h, 1, height);
            Assert.True((double)w * h <= 1.02 * WorkingSize.Pixels || h == 1 || w == 1, $"{width} × {height} became {w} × {h}.");
        }
    }
}
