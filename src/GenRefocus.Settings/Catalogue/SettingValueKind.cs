namespace GenRefocus.Settings;

/// <summary>What a <see cref="SettingValue"/> is.</summary>
public enum SettingValueKind
{
    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A text.</summary>
    Text,
}
