using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRefocus.Vision;

/// <summary>
/// The colour that decides what belongs together: the square root of linear light, limited to 0 … 1, which is close to how different colours look.
/// </summary>
internal static class GuideColour
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector4 Of(Vector4 linear)
    {
        // The comparison also turns values that are no numbers into 0.
        Vector128<float> value = linear.AsVector128();
        value = Vector128.ConditionalSelect(Vector128.GreaterThan(value, Vector128<float>.Zero), value, Vector128<float>.Zero);
        return Vector128.Sqrt(Vector128.Min(value, Vector128<float>.One)).AsVector4();
    }
}
