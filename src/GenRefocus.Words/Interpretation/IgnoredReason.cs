namespace GenRefocus.Words;

/// <summary>Why words change nothing.</summary>
internal enum IgnoredReason
{
    /// <summary>No lexicon has them, or they say nothing where they stand.</summary>
    Unknown,

    /// <summary>Focus on a thing that only a text-to-mask model could find.</summary>
    NoTextMask,

    /// <summary>A number outside what its member allows.</summary>
    Range,
}
