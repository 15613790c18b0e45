using CsCheck;
using GenRefocus.Imaging;

namespace GenRefocus.Vision.Tests;

public sealed class UnknownDepthTests
{
    [Fact]
    public void Holes_take_the_farther_of_their_neighbours_as_a_slow_search_finds()
    {
        Gen<float> value = Gen.Frequency((2, Gen.Float[0, 1]), (3, Gen.Const(float.NaN)));
        Gen.Select(Gen.Int[1, 23], Gen.Int[1, 9]).SelectMany((w, h) => Gen.Select(Gen.Const((w, h)), value.Array[w * h])).Sample((size, values) =>
        {
            (int w, int h) = size;
            using Plane<float> plane = Pictures.Plane(w, h, (x, y) => values[(y * w) + x]);
            bool known = UnknownDepth.Fill(plane);
            Assert.Equal(values.Any(v => !float.IsNaN(v)), known);
            if (known)
                Assert.Equal(Slow(values, w, h), Pictures.Values(plane));
        });
    }

    private static float[] Slow(float[] values, int w, int h)
    {
        float[] rows = [.. values.Select((v, i) => Nearest(v, i % w, w, x => values[(i / w * w) + x]))];
        return [.. rows.Select((v, i) => Nearest(v, i / w, h, y => rows[(y * w) + (i % w)]))];
    }

    private static float Nearest(float value, int at, int count, Func<int, float> line)
    {
        if (!float.IsNaN(value))
            return value;
        IEnumerable<float> before = Enumerable.Range(0, at).Reverse().Select(line).Where(v => !float.IsNaN(v)).Take(1);
        IEnumerable<float> after = Enumerable.Range(at, count - at).Select(line).Where(v => !float.IsNaN(v)).Take(1);
        return before.Concat(after).DefaultIfEmpty(float.NaN).Min();
    }
}
