namespace GenRefocus.HostCheck;

/// <summary>Collects problems, each once.</summary>
internal sealed class ProblemList
{
    private readonly List<BindingProblem> _problems = [];
    private readonly HashSet<(string, string)> _known = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<BindingProblem> All => _problems;

    /// <summary>Adds one.</summary>
    public void Add(string kind, string assembly, string name, string message)
    {
        if (_known.Add((kind, name)))
            _problems.Add(new BindingProblem(kind, assembly, name, message));
    }
}
