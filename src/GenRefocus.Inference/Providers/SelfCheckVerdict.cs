namespace GenRefocus.Inference;

/// <summary>What the self-check found.</summary>
/// <param name="Passed">Whether the device may be used.</param>
/// <param name="Reason">One sentence for the user.</param>
internal sealed record SelfCheckVerdict(bool Passed, string Reason);
