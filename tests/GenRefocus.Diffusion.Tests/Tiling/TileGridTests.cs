namespace GenRefocus.Diffusion.Tests;

public sealed class TileGridTests
{
    private static readonly TileGrid Grid = new(Core: 64, Margin: 32, Multiple: 16);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(63, 65)]
    [InlineData(64, 128)]
    [InlineData(500, 3)]
    [InlineData(213, 317)]
    public void Cores_cover_every_pixel_once_and_have_their_margin(int width, int height)
    {
        int[] covered = new int[width * height];
        foreach (PictureTile tile in Grid.Tiles(width, height))
        {
            Assert.True(tile.Core.IsInside(width, height) && tile.Whole.IsInside(width, height), tile.ToString());
            Assert.Equal(Math.Max(0, tile.Core.X - 32), tile.Whole.X);
            Assert.Equal(Math.Min(height, tile.Core.Bottom + 32), tile.Whole.Bottom);
            Assert.Equal((0, 0), (tile.Columns % 16, tile.Rows % 16));
            Assert.InRange(tile.Columns - tile.Whole.Width, 0, 15);
            Assert.InRange(tile.Rows - tile.Whole.Height, 0, 15);
            for (int y = tile.Core.Y; y < tile.Core.Bottom; y++)
            {
                for (int x = tile.Core.X; x < tile.Core.Right; x++)
                    covered[(y * width) + x]++;
            }
        }

        Assert.All(covered, count => Assert.Equal(1, count));
    }
}
