namespace GenRefocus.Inference;

/// <summary>One file of the <see cref="SelfCheckCache"/>.</summary>
/// <param name="Identity">Adapter, driver and runtime it is about.</param>
/// <param name="Passed">The verdict.</param>
/// <param name="Reason">Its sentence.</param>
internal sealed record SelfCheckCacheEntry(string Identity, bool Passed, string Reason);
