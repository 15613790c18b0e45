using System.Globalization;
using GenRefocus.PaintDotNet.Tests.Host;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace GenRefocus.PaintDotNet.Tests.Documentation;

/// <summary><c>docs/paintdotnet.md</c> and its picture show the dialog as it is. <c>GENREFOCUS_WRITE_DOCS=1</c> writes the picture and prints the table.</summary>
[Collection(nameof(OneHost))]
public sealed class DialogPageTests : IDisposable
{
    private readonly Installation _installation = new(hasEngine: false);
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public DialogPageTests() => CultureInfo.CurrentUICulture = new CultureInfo("en-US");

    private static string Docs
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GenRefocus.sln")))
                folder = folder.Parent;
            return Path.Combine(folder!.FullName, "docs");
        }
    }

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        _installation.Dispose();
    }

    [Fact]
    public void The_page_shows_every_control()
    {
        using EffectHost host = new(_installation, HostPixels.Make(64, 48, 1));
        ControlInfo dialog = host.CreateDialog();
        string drawn = DialogPicture.Draw(host.Name, dialog), picture = Path.Combine(Docs, "images", "paintdotnet-dialog.svg");
        string[] rows = [.. Controls(dialog).Select(control => Row(control, (string)host.CreateWindow()[ControlInfoPropertyNames.WindowHelpContent]!.Value!))];
        if (Environment.GetEnvironmentVariable("GENREFOCUS_WRITE_DOCS") == "1")
        {
            File.WriteAllText(picture, drawn);
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', rows));
        }

        Assert.Equal(drawn, File.ReadAllText(picture));
        string page = File.ReadAllText(Path.Combine(Docs, "paintdotnet.md"));
        Assert.All(rows, row => Assert.Contains(row, page, StringComparison.Ordinal));
    }

    private static IEnumerable<PropertyControlInfo> Controls(ControlInfo control) => control is PropertyControlInfo own ? [own] : control.ChildControls.SelectMany(Controls);

    private static string Row(PropertyControlInfo control, string help)
    {
        string title = $"{control.Settings.GetValueOrDefault(ControlInfoPropertyNames.DisplayName)}{control.Settings.GetValueOrDefault(ControlInfoPropertyNames.Description)}";
        string values = control.Property switch
        {
            StaticListChoiceProperty list => string.Join(" · ", list.ValueChoices.Select(choice => choice.Equals(list.DefaultValue) ? $"**{control.ValueNames[choice]}**" : control.ValueNames[choice])),
            BooleanProperty => "**on** · off",
            StringProperty { MaxLength: > 3000 } => "a file",
            StringProperty text => string.Create(CultureInfo.InvariantCulture, $"up to {text.MaxLength} characters"),
            DoubleVectorProperty => "a click",
            _ when DialogPicture.Range(control.Property) is var (value, min, max) => string.Create(CultureInfo.InvariantCulture, $"{min:0.##} … {max:0.##}, **{value:0.##}**"),
            _ => "",
        };
        string line = help.Split('\n').Select(text => text.Trim()).Single(text => text.StartsWith($"{title}: ", StringComparison.Ordinal) || text.StartsWith($"{title} (", StringComparison.Ordinal));
        return $"| {title} | {values} | {line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]} |";
    }
}
