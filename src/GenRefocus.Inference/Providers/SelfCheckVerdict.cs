namespace GenRefocus.Inference;

/// <summary>What the self-check found.</summary>
/// <param name="Passed">Whether the device may be used.</param>
/// <param name="Reason">One sentence for the user.</param>
/// <param name="Lasts">Whether it holds for the next process too. A device that cannot be opened (no desktop, a remote session) may be there next time, and says so quickly.</param>
internal sealed record SelfCheckVerdict(bool Passed, string Reason, bool Lasts = true);
