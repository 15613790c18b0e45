using GenRefocus.Settings;

namespace GenRefocus.Words;

/// <summary>What words of intensity do to a look, and to blur itself.</summary>
internal static class Intensity
{
    /// <summary>The id of words that ask for less.</summary>
    public const string Less = "less";

    private const string Slightly = "slightly";
    private const string Strongly = "strongly";
    private const string Very = "very";
    private const string Extremely = "extremely";

    private const double SubtleBlur = 0.5;
    private const double StrongBlur = 1.6;
    private const double ExtremeBlur = 2.5;

    /// <summary>The ids, weakest first, with what each multiplies a look's distance from neutral by.</summary>
    public static IReadOnlyList<(string Id, double Factor)> Levels { get; } = [(Slightly, 0.5), (Strongly, 1.25), (Very, 1.5), (Extremely, 2)];

    /// <summary>What a look that a text has named already is multiplied by where the text then asks for less of it.</summary>
    public static double LessFactor => Factor(Slightly);

    /// <summary>Whether the words ask for less of a look, as <c>not too harsh</c>, and not for a weak one, as <c>not too strong</c>.</summary>
    /// <param name="ids">Their ids, in the order of the text.</param>
    public static bool IsLess(IReadOnlyList<string> ids)
    {
        int less = ids.ToList().IndexOf(Less);
        return less >= 0 && !ids.Skip(less).Any(id => id is Strongly or Extremely);
    }

    /// <summary>Whether the words ask for little, as <c>slightly</c> or <c>not too strong</c>.</summary>
    /// <param name="ids">Their ids.</param>
    public static bool IsWeakened(IReadOnlyCollection<string> ids) => ids.Contains(Less) || ids.Contains(Slightly);

    /// <summary>The factor of several words together, as <c>very strong</c>.</summary>
    /// <param name="ids">Their ids.</param>
    public static double FactorOf(IReadOnlyCollection<string> ids) =>
        IsWeakened(ids) ? Factor(Slightly) : ids.Distinct().Aggregate(1.0, (factor, id) => factor * Factor(id));

    /// <summary>The strength of blur that the words ask for.</summary>
    /// <param name="ids">Their ids.</param>
    public static double StrengthOf(IReadOnlyCollection<string> ids) =>
        IsWeakened(ids) ? SubtleBlur : ids.Contains(Very) || ids.Contains(Extremely) ? ExtremeBlur : StrongBlur;

    /// <summary>Whether the words say something about blur although they do not name it. <c>very</c> alone does not.</summary>
    /// <param name="ids">Their ids.</param>
    public static bool CanStandAlone(IEnumerable<string> ids) => ids.Any(id => id != Very);

    /// <summary>Makes a look stronger or weaker: the distance of its numbers from neutral is multiplied, then limited to their range.</summary>
    /// <param name="look">The look.</param>
    /// <param name="factor">The factor.</param>
    /// <returns>The look with other numbers. F-numbers, angles, shapes and blades stay: they have no neutral value.</returns>
    public static SettingsPatch Scale(SettingsPatch look, double factor)
    {
        SettingsPatch scaled = look;
        foreach (SettingDescription member in look.Members)
        {
            if (member is NumberSetting number && member.Path is not (MemberPaths.FNumber or MemberPaths.TiltDirection))
                scaled = scaled.With(member, SettingValue.FromNumber(Scale(number, look[member.Path]!.Value.Number, factor)));
        }

        return scaled;
    }

    private static double Scale(NumberSetting member, double value, double factor)
    {
        double neutral = member.Path == MemberPaths.Anamorphic ? 1 : 0;
        double scaled = neutral + ((value - neutral) * factor);
        return Math.Round(Math.Clamp(scaled, member.Min, member.Max), 4);
    }

    /// <summary>Half of what a picture has without being asked, as lights that glow.</summary>
    /// <param name="look">A look.</param>
    /// <returns>Half the defaults of its members; <see langword="null"/> where one of them has no effect by default.</returns>
    public static SettingsPatch? HalfOfDefaults(SettingsPatch look)
    {
        SettingsPatch halved = SettingsPatch.Empty;
        foreach (SettingDescription member in look.Members)
        {
            if (member is not NumberSetting { Default: { Number: > 0 } usual } number || member.Path == MemberPaths.FNumber || look[member.Path]!.Value.Number < usual.Number)
                return null;
            halved = halved.With(number, SettingValue.FromNumber(Scale(number, usual.Number, LessFactor)));
        }

        return halved.Count > 0 ? halved : null;
    }

    private static double Factor(string id) => Levels.First(level => level.Id == id).Factor;
}
