namespace GenRefocus.Words;

/// <summary>A node of the tree of phrases: those that begin alike share their beginning.</summary>
internal sealed class PatternNode
{
    private readonly SortedList<char, PatternNode> _next = [];
    private PatternNode? _joint;
    private PatternNode? _rest;

    /// <summary>What a phrase that ends here means; <see langword="null"/> where none does.</summary>
    public Term? Term { get; private set; }

    /// <summary>The place of that phrase among all: of two that match as far, the first counts.</summary>
    public int Order { get; private set; } = int.MaxValue;

    /// <summary>Adds a phrase.</summary>
    /// <param name="pattern">The phrase.</param>
    /// <param name="order">Its place among all.</param>
    public void Add(Pattern pattern, int order)
    {
        PatternNode node = this;
        foreach (char c in pattern.Text)
            node = node.Child(c);
        if (order >= node.Order)
            return;

        node.Term = pattern.Term;
        node.Order = order;
    }

    /// <summary>Follows the phrases into a text.</summary>
    /// <param name="input">The normalised text.</param>
    /// <param name="at">The character behind what has matched so far.</param>
    /// <param name="match">What has been found, which is made better.</param>
    public void Follow(string input, int at, ref PatternMatch match)
    {
        if (Term is not null)
            match.Offer(input, at, this);
        if (_joint is not null)
        {
            int next = at;
            while (next < input.Length && Script.IsJoint(input[next]))
                next++;
            _joint.Follow(input, next, ref match);
        }

        if (_rest is not null)
        {
            int next = at;
            while (next < input.Length && Script.IsSpacedLetter(input[next]))
                next++;
            _rest.Follow(input, next, ref match);
        }

        if (at < input.Length && _next.TryGetValue(input[at], out PatternNode? child))
            child.Follow(input, at + 1, ref match);
    }

    private PatternNode Child(char c)
    {
        switch (c)
        {
            case ' ':
                return _joint ??= new();
            case '*':
                return _rest ??= new();
        }

        if (!_next.TryGetValue(c, out PatternNode? child))
            _next.Add(c, child = new());
        return child;
    }
}
