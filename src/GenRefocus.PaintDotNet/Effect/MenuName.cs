namespace GenRefocus.PaintDotNet;

/// <summary>The name in the menu. Apart from the other texts: the menu is made at every start of Paint.NET, and must cost nothing.</summary>
internal static class MenuName
{
    /// <summary>The name in the user's language.</summary>
    public static string ForUser() => UserLanguage.Current switch
    {
        "de" => "Neu fokussieren (Schärfentiefe)",
        "es" => "Reenfocar (profundidad de campo)",
        "fr" => "Refaire la mise au point (profondeur de champ)",
        "ja" => "ピントを合わせ直す (被写界深度)",
        "ko" => "초점 다시 맞추기 (피사계 심도)",
        "zh-Hans" => "重新对焦 (景深)",
        _ => "Refocus (Depth of Field)",
    };
}
