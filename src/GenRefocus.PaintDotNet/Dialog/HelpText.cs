using System.Text;
using GenRefocus.Settings;

namespace GenRefocus.PaintDotNet;

/// <summary>What the dialog's question mark shows: every control, what it does, what it takes.</summary>
internal static class HelpText
{
    /// <summary>Writes it.</summary>
    public static string Write(DialogTexts texts)
    {
        StringBuilder help = new();
        help.AppendLine(texts.Introduction);
        AddControls(help, texts, null);
        foreach (DialogTab tab in Enum.GetValues<DialogTab>())
        {
            help.AppendLine().AppendLine(texts.Tab(tab).ToUpperInvariant());
            AddControls(help, texts, tab);
        }

        return help.ToString();
    }

    private static void AddControls(StringBuilder help, DialogTexts texts, DialogTab? tab)
    {
        foreach (DialogControl control in ControlTable.All.Where(control => control.Tab == tab))
        {
            string range = control is SettingControl { Member: NumberSetting or IntegerSetting } setting ? $" ({Range(setting)})" : "";
            help.AppendLine().AppendLine($"{texts.Title(control)}{range}: {texts.Help(control)}");
        }
    }

    private static string Range(SettingControl control) => control.Member switch
    {
        NumberSetting number => $"{SettingValue.FromNumber(number.Min)} … {SettingValue.FromNumber(number.Max)}{control.Member.Unit}",
        IntegerSetting integer => $"{SettingValue.FromInteger(integer.Min)} … {SettingValue.FromInteger(integer.Max)}",
        _ => control.Member.Allowed,
    };
}
