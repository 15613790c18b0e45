using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

public sealed class SubjectDepthTests
{
    [Fact]
    public void The_far_quarter_of_each_piece_is_brought_to_where_the_rest_begins()
    {
        using Plane<float> disparity = Pictures.Plane(24, 40, (_, y) => y / 39f), mask = Pictures.Plane(24, 40, (x, y) => InFirst(x, y) || InSecond(x, y) ? 1 : 0);
        SubjectDepth.Gather(disparity, mask);
        for (int y = 0; y < 40; y++)
        {
            for (int x = 0; x < 24; x++)
            {
                // The first reaches from row 0 to 39, the second from 20 to 39; a quarter of their rows are 10 and 5.
                float least = InFirst(x, y) ? 10 / 39f : InSecond(x, y) ? 25 / 39f : 0;
                Assert.Equal(Math.Max(least, y / 39f), disparity[x, y], 1e-6f);
            }
        }

        static bool InFirst(int x, int y) => x is >= 2 and < 8;
        static bool InSecond(int x, int y) => x is >= 14 and < 20 && y >= 20;
    }

    [Fact]
    public void Pieces_that_touch_at_a_corner_only_are_two()
    {
        using Plane<float> disparity = Pictures.Plane(16, 16, (x, _) => x < 8 ? 0.2f : 0.8f), mask = Pictures.Plane(16, 16, (x, y) => x < 8 == y < 8 ? 1 : 0);
        SubjectDepth.Gather(disparity, mask);
        for (int i = 0; i < 256; i++)
            Assert.Equal(i % 16 < 8 ? 0.2f : 0.8f, disparity[i % 16, i / 16]);
    }

    [Fact]
    public void A_soft_outline_moves_by_its_share_and_what_is_hardly_subject_not_at_all()
    {
        using Plane<float> disparity = Pictures.Plane(20, 20, (_, y) => y < 4 ? 0 : 1), mask = Pictures.Plane(20, 20, (x, _) => x < 10 ? 0.75f : 0.5f);
        SubjectDepth.Gather(disparity, mask);
        Assert.Equal(0.75f, disparity[5, 2]);
        Assert.Equal(0, disparity[15, 2]);
        Assert.Equal(1, disparity[5, 10]);
    }

    [Fact]
    public void Specks_and_empty_masks_change_nothing()
    {
        using Plane<float> disparity = Pictures.Plane(9, 7, (x, y) => x * y), specks = Pictures.Plane(9, 7, (x, y) => x % 4 == 0 && y < 6 ? 1 : 0), none = Pictures.Plane(9, 7, (_, _) => 0);
        SubjectDepth.Gather(disparity, specks);
        SubjectDepth.Gather(disparity, none);
        for (int i = 0; i < 63; i++)
            Assert.Equal(i % 9 * (i / 9), disparity[i % 9, i / 9]);
    }

    [Fact]
    public void Sizes_that_differ_are_refused()
    {
        using Plane<float> disparity = Pictures.Plane(4, 4, (_, _) => 0), mask = Pictures.Plane(4, 5, (_, _) => 0);
        Assert.Throws<ArgumentException>(() => SubjectDepth.Gather(disparity, mask));
    }
}
