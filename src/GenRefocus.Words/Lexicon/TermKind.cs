namespace GenRefocus.Words;

/// <summary>What a phrase of a lexicon is good for.</summary>
internal enum TermKind
{
    /// <summary>A row of the table of looks, as soft.</summary>
    Row,

    /// <summary>An intensity: slightly, strongly, very, extremely, or less, which a look must not have as much of.</summary>
    Intensity,

    /// <summary>Blur or bokeh as such.</summary>
    Blur,

    /// <summary>A negation of what follows.</summary>
    NotNext,

    /// <summary>A negation of what precedes.</summary>
    NotPrevious,

    /// <summary>Focus: what is sharp follows or precedes.</summary>
    Focus,

    /// <summary>Sharp, kept sharp.</summary>
    Sharp,

    /// <summary>Except: what is said of all else does not hold for what follows or precedes.</summary>
    Except,

    /// <summary>Only.</summary>
    Only,

    /// <summary>What can be sharp: subject, near, far, center.</summary>
    Target,

    /// <summary>A side of the picture: left, right, top, bottom.</summary>
    Side,

    /// <summary>Joins two clauses.</summary>
    And,

    /// <summary>Joins two things within one clause.</summary>
    Or,

    /// <summary>The depth of field, or with an id an adjective that says something beside it alone: shallow, deep.</summary>
    Field,

    /// <summary>Blades of the aperture, beside their number.</summary>
    Blades,

    /// <summary>Points of a star, beside their number.</summary>
    Points,

    /// <summary>The aperture, beside an f-number.</summary>
    Aperture,

    /// <summary>A unit of length behind a number.</summary>
    Unit,

    /// <summary>A number in words.</summary>
    Number,

    /// <summary>A lens that is known by its f-number.</summary>
    Lens,

    /// <summary>A member's name before its value.</summary>
    Value,

    /// <summary>A word that says nothing here.</summary>
    Filler,
}
