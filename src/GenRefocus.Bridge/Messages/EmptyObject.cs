namespace GenRefocus.Bridge;

/// <summary><c>{}</c>.</summary>
public sealed record EmptyObject;
