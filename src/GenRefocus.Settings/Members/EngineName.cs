namespace GenRefocus.Settings;

/// <summary>The engines.</summary>
public enum EngineName
{
    /// <summary>Ships with the product and runs anywhere.</summary>
    Compact,

    /// <summary>The published large model, with weights that the user brings.</summary>
    Genfocus,
}
