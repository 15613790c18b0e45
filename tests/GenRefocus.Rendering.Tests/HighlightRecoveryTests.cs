using System.Numerics;
using CsCheck;

namespace GenRefocus.Rendering.Tests;

public sealed class HighlightRecoveryTests
{
    private static readonly Gen<HighlightRecovery> AnyRecovery = Gen.Select(Gen.Float[0, 8], Gen.Float[0.3f, 0.99f], (h, t) => new HighlightRecovery(h, t));

    [Fact]
    public void Restoring_is_the_inverse_of_boosting() =>
        Gen.Select(AnyRecovery, Gen.Float[0, 3]).Sample((recovery, m) =>
            Assert.InRange(MathF.Abs(recovery.Restore(recovery.Boost(m)) - m), 0, 2e-6f * MathF.Max(1, m)));

    [Fact]
    public void Boosting_follows_the_formula()
    {
        HighlightRecovery recovery = new(2, 0.5f);
        Assert.Equal(0.5f, recovery.Boost(0.5f));
        Assert.Equal(0.75f * (1 + (2 * 0.5f)), recovery.Boost(0.75f), 1e-6f);
        Assert.Equal(3, recovery.Boost(1), 1e-6f);
        Assert.Equal(6, recovery.Boost(2), 1e-6f);
    }

    [Fact]
    public void Restoring_is_monotonic() =>
        Gen.Select(AnyRecovery, Gen.Float[0, 12], Gen.Float[0, 0.5f]).Sample((recovery, b, step) =>
            Assert.True(recovery.Restore(b + step) >= recovery.Restore(b) - 1e-6f));

    [Fact]
    public void A_colour_keeps_its_hue_and_what_is_dark_its_bits() =>
        Gen.Select(AnyRecovery, Gen.Float.Unit, Gen.Float.Unit, Gen.Float.Unit).Sample((recovery, r, g, b) =>
        {
            Vector4 colour = new(r, g, b, 0.5f), boosted = recovery.Boost(colour), restored = recovery.Restore(boosted);
            Assert.Equal(0.5f, boosted.W);
            Assert.InRange(Vector4.Distance(colour, restored), 0, 5e-6f);
            if (MathF.Max(r, MathF.Max(g, b)) <= recovery.Threshold)
                Assert.Equal(colour, boosted);
        });

    [Fact]
    public void None_leaves_everything_alone()
    {
        Assert.True(HighlightRecovery.None.IsNone);
        Assert.Equal(0.97f, HighlightRecovery.None.Boost(0.97f));
    }
}
