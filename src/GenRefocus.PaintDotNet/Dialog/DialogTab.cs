namespace GenRefocus.PaintDotNet;

/// <summary>The pages of the dialog, in order.</summary>
internal enum DialogTab
{
    /// <summary>What is sharp.</summary>
    Focus,

    /// <summary>How much blur.</summary>
    Blur,

    /// <summary>What shape it has.</summary>
    Aperture,

    /// <summary>What is made.</summary>
    Output,
}
