using System.Text;

namespace GenRefocus.Settings.Tests;

public sealed class PresetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genrefocus-presets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_preset_is_a_settings_file_with_a_name_and_a_title()
    {
        Write("soap", "{\"version\":1,\"name\":\"soap\",\"title\":\"Seifenblasen\",\"notes\":\"wie ein Trioplan\",\"aperture\":{\"bubble\":1}}");
        Preset preset = new PresetFolder(_folder).Load("soap");
        Assert.Equal(("soap", "Seifenblasen", "wie ein Trioplan"), (preset.Name, preset.Title, preset.Notes));
        Assert.Equal(1, preset.Patch.Build().Aperture.Bubble);
        Assert.Equal(preset, Preset.FromDocument(SettingsDocument.Parse(preset.ToDocument().ToUtf8())));
    }

    [Theory]
    [InlineData("\"title\":\"t\"", "name")]
    [InlineData("\"name\":\"Soap\",\"title\":\"t\"", "name")]
    [InlineData("\"name\":\"\",\"title\":\"t\"", "name")]
    [InlineData("\"name\":\"a\"", "title")]
    [InlineData("\"name\":\"a\",\"title\":\"t\",\"depth\":{\"source\":\"model\"}", "depth.source")]
    [InlineData("\"name\":\"a\",\"title\":\"t\",\"depth\":{\"model\":\"my.onnx\"}", "depth.model")]
    [InlineData("\"name\":\"a\",\"title\":\"t\",\"depth\":{\"edits\":\"strokes\"}", "depth.edits")]
    [InlineData("\"name\":\"a\",\"title\":\"t\",\"focus\":{\"disparity\":0.5}", "focus.disparity")]
    [InlineData("\"name\":\"a\",\"title\":\"t\",\"aperture\":{\"image\":\"opening.png\"}", "aperture.image")]
    [InlineData("\"name\":\"a\",\"title\":\"t\",\"engine\":{\"pack\":\"/packs/one\"}", "engine.pack")]
    public void What_belongs_to_one_picture_or_machine_is_refused(string members, string member)
    {
        SettingsDocument document = SettingsDocument.Parse(Encoding.UTF8.GetBytes($"{{{members}}}"));
        Assert.Equal(member, Assert.Throws<SettingsException>(() => Preset.FromDocument(document)).Member);
    }

    [Fact]
    public void A_preset_may_name_a_catalogue_model_and_embed_a_picture()
    {
        string json = $"{{\"name\":\"a\",\"title\":\"t\",\"depth\":{{\"model\":\"depth-small\"}},\"aperture\":{{\"image\":\"{ApertureImage.Prefix}iVBORw0KGgo=\"}}}}";
        Assert.Equal(2, Preset.FromDocument(SettingsDocument.Parse(Encoding.UTF8.GetBytes(json))).Patch.Count);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("film-35mm", true)]
    [InlineData("0123456789012345678901234567890123456789", true)]
    [InlineData("01234567890123456789012345678901234567890", false)]
    [InlineData("", false)]
    [InlineData("Film", false)]
    [InlineData("a b", false)]
    [InlineData("../etc", false)]
    [InlineData("ä", false)]
    public void A_name_has_1_to_40_plain_characters(string name, bool good) => Assert.Equal(good, Preset.IsName(name));

    [Fact]
    public void A_missing_preset_is_answered_with_those_that_are_there()
    {
        Write("one", "{\"name\":\"one\",\"title\":\"t\"}");
        Write("two", "{\"name\":\"two\",\"title\":\"t\"}");
        Write("Not A Name", "{}");
        PresetFolder folder = new(_folder);
        Assert.Equal(["one", "two"], folder.Names());
        Assert.Contains("there are one, two", Assert.Throws<SettingsException>(() => folder.Load("three")).Message, StringComparison.Ordinal);
        Assert.Contains("is no preset's name", Assert.Throws<SettingsException>(() => folder.Load("../one")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_holds_none()
    {
        PresetFolder folder = new(Path.Combine(_folder, "missing"));
        Assert.Empty(folder.Names());
        Assert.Contains("holds none", Assert.Throws<SettingsException>(() => folder.Load("one")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preset_in_a_file_of_another_name_is_refused()
    {
        Write("one", "{\"name\":\"two\",\"title\":\"t\"}");
        Assert.Contains("is not the name of the file", Assert.Throws<SettingsException>(() => new PresetFolder(_folder).Load("one")).Message, StringComparison.Ordinal);
    }

    private void Write(string name, string json) => File.WriteAllText(Path.Combine(_folder, name + ".json"), json);
}
