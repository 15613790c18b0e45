namespace GenRefocus.Settings;

/// <summary>A setting that cannot be accepted. <see cref="Exception.Message"/> is one readable sentence that names the member, the value and what is allowed.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Refuses a member.</summary>
    /// <param name="member">Path of the member, as <c>focus.range</c>, or of the part of a file that is wrong; empty when no member is to blame.</param>
    /// <param name="problem">What was wrong and what to do, without the member and without a full stop.</param>
    public SettingsException(string member, string problem)
        : base(member.Length == 0 ? problem : $"{member}: {problem}")
    {
        Member = member;
        Problem = problem;
    }

    /// <summary>Path of the member, as <c>focus.range</c>; empty when no member is to blame.</summary>
    public string Member { get; }

    /// <summary>What was wrong and what to do, without the member: a host that shows the control beside it needs no more.</summary>
    public string Problem { get; }
}
