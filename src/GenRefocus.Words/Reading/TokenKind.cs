namespace GenRefocus.Words;

/// <summary>What a stretch of text is.</summary>
internal enum TokenKind
{
    /// <summary>A phrase of a lexicon.</summary>
    Term,

    /// <summary>A word that no lexicon has.</summary>
    Unknown,

    /// <summary>Punctuation between clauses.</summary>
    Break,

    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>An f-number.</summary>
    FNumber,

    /// <summary>A distance in metres.</summary>
    Distance,

    /// <summary>A focal length in millimetres.</summary>
    FocalLength,

    /// <summary>A number of blades.</summary>
    Blades,

    /// <summary>A number of points of a star.</summary>
    Points,

    /// <summary>A member by name, with its value.</summary>
    Assignment,
}
