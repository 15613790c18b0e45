using CsCheck;

namespace GenRefocus.Rendering.Tests;

public sealed class SliceTableTests
{
    [Fact]
    public void The_bounds_are_those_of_the_specification()
    {
        SliceTable slices = new(30);
        Assert.Equal(13, slices.Count);
        Assert.Equal(6, slices.FocusSlice);

        // ±1.5, 4.5, 7.5, 12, 19.2, 30.7
        foreach ((float c, int slice) in (ReadOnlySpan<(float, int)>)[(0, 6), (1.4f, 6), (-1.4f, 6), (1.6f, 5), (-1.6f, 7), (4.6f, 4), (11.9f, 3), (19.1f, 2), (19.3f, 1), (30, 1), (-30, 11)])
            Assert.Equal(slice, slices.SliceOf(c));
    }

    [Fact]
    public void Slices_run_from_near_to_far() =>
        Gen.Select(Gen.Float[0, 256], Gen.Float.Unit, Gen.Float.Unit).Sample((largest, a, b) =>
        {
            SliceTable slices = new(largest);
            (float near, float far) = (largest * ((2 * MathF.Max(a, b)) - 1), largest * ((2 * MathF.Min(a, b)) - 1));
            Assert.InRange(slices.SliceOf(near), 0, slices.SliceOf(far));
            Assert.InRange(slices.SliceOf(far), 0, slices.Count - 1);
            Assert.Equal(slices.FocusSlice, slices.SliceOf(0));
        });
}
