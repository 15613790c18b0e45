using System.Text;
using System.Text.Json;
using CsCheck;

namespace GenRefocus.Settings.Tests;

public sealed class JsonTests
{
    [Fact]
    public void Every_patch_reads_back_as_itself() =>
        Generate.Patch.Sample(patch => SettingsDocument.Parse(new SettingsDocument(patch).ToUtf8()).Patch.Equals(patch), iter: 300);

    [Fact]
    public void A_file_looks_as_documented()
    {
        SettingsPatch patch = SettingsPatch.Empty
            .With("prompt", SettingValue.FromText("weich"))
            .With("aperture.bubble", SettingValue.FromNumber(-0.5))
            .With("focus.target", SettingValue.FromText("33.333%,50%"))
            .With("aperture.shape", SettingValue.FromText("disc"))
            .With("engine.seed", SettingValue.FromInteger(7));
        string expected = """
            {
              "version": 1,
              "focus": {
                "target": "33.33%,50%"
              },
              "aperture": {
                "shape": "disc",
                "bubble": -0.5
              },
              "engine": {
                "seed": 7
              },
              "prompt": "weich"
            }
            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(new SettingsDocument(patch).ToUtf8()));
    }

    [Fact]
    public void A_reader_of_its_own_finds_every_member_in_its_group()
    {
        using JsonDocument json = JsonDocument.Parse(new SettingsDocument(SettingsPatch.Complete(new RefocusSettings())).ToUtf8());
        Assert.Equal(1, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(0.85, json.RootElement.GetProperty("light").GetProperty("threshold").GetDouble());
        Assert.Equal("full-frame", json.RootElement.GetProperty("blur").GetProperty("camera").GetString());
        Assert.False(json.RootElement.GetProperty("aperture").TryGetProperty("blades", out _));
    }

    [Fact]
    public void An_empty_object_says_nothing() => Assert.Equal(SettingsPatch.Empty, Read("{}").Patch);

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Equal(SettingsPatch.Empty, SettingsDocument.Parse([0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}']).Patch);

    [Theory]
    [InlineData("{\"version\":1,\"colour\":{}}", "colour: is not a setting")]
    [InlineData("{\"blur\":{\"fnumber\":2}}", "blur.fnumber: is not a setting")]
    [InlineData("{\"fNumber\":2}", "fNumber: is not a setting")]
    [InlineData("{\"blur.fNumber\":2}", "blur.fNumber: is not a setting")]
    [InlineData("{\"blur\":{\"k\":1,\"k\":1}}", "blur.k: is given twice")]
    [InlineData("{\"blur\":{},\"blur\":{}}", "blur: is given twice")]
    [InlineData("{\"version\":1,\"version\":1}", "version: is given twice")]
    [InlineData("{\"blur\":2}", "blur: is a group of settings, in braces")]
    [InlineData("{\"blur\":{\"k\":null}}", "blur.k: is null; leave a member out to keep its default")]
    [InlineData("{\"blur\":{\"k\":true}}", "blur.k: is neither a number nor a text; 0 to 4096 is allowed")]
    [InlineData("{\"blur\":{\"k\":[1]}}", "blur.k: is neither a number nor a text; 0 to 4096 is allowed")]
    [InlineData("{\"blur\":{\"k\":\"1\"}}", "blur.k: \"1\" is no number; 0 to 4096 is allowed")]
    [InlineData("{\"blur\":{\"k\":1e999}}", "blur.k: 1e999 is out of range; 0 to 4096 is allowed")]
    [InlineData("{\"blur\":{\"k\":-1}}", "blur.k: -1 is out of range; 0 to 4096 is allowed")]
    [InlineData("{\"blur\":{\"camera\":\"Photo\"}}", "blur.camera: \"Photo\" is not one of full-frame or photo")]
    [InlineData("{\"aperture\":{\"blades\":6.5}}", "aperture.blades: 6.5 is no whole number; a whole number from 3 to 16 is allowed")]
    [InlineData("{\"engine\":{\"seed\":9223372036854775808}}", "engine.seed: 9.223372036854776E+18 is no whole number; a whole number from 0 to 9223372036854775807 is allowed")]
    [InlineData("{\"version\":2}", "version: this program reads version 1 of settings; a newer program may have written the file")]
    [InlineData("{\"version\":\"1\"}", "version: this program reads version 1 of settings; a newer program may have written the file")]
    [InlineData("{\"title\":3}", "title: is no text")]
    [InlineData("[]", "a settings file is one JSON object, in braces")]
    public void A_wrong_file_is_refused_by_the_name_of_what_is_wrong(string json, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Read(json)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("{\"blur\":{\"k\":NaN}}")]
    [InlineData("{\"blur\":{\"k\":1,}}")]
    [InlineData("{/* c */}")]
    [InlineData("{\"prompt\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("{\"blur\":{\"k\":[[[[[[[[[[1]]]]]]]]]]}}")]
    public void What_is_no_json_is_refused(string json) => Assert.Throws<SettingsException>(() => Read(json));

    [Fact]
    public void Invalid_bytes_are_refused() =>
        Assert.Throws<SettingsException>(() => SettingsDocument.Parse([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']));

    [Fact]
    public void Any_bytes_are_read_or_refused_and_nothing_else() =>
        Gen.Byte.Array[0, 60].Sample(bytes =>
        {
            try
            {
                SettingsDocument.Parse(bytes);
            }
            catch (SettingsException)
            {
            }
        });

    [Fact]
    public void Any_damage_to_a_good_file_is_read_or_refused_and_nothing_else() =>
        Gen.Select(Generate.Patch, Gen.Int[0, int.MaxValue], Gen.Byte).Sample((patch, place, value) =>
        {
            byte[] json = new SettingsDocument(patch).ToUtf8();
            json[place % json.Length] = value;
            try
            {
                SettingsDocument.Parse(json);
            }
            catch (SettingsException)
            {
            }
        }, iter: 500);

    [Fact]
    public void A_point_in_pixels_has_no_place_in_a_file()
    {
        Assert.Equal("focus.target", Assert.Throws<SettingsException>(() => Read("{\"focus\":{\"target\":\"1200,800\"}}")).Member);
        SettingsPatch patch = SettingsPatch.Empty.With("focus.target", SettingValue.FromText("1200,800"));
        Assert.Equal("focus.target", Assert.Throws<SettingsException>(() => new SettingsDocument(patch).ToUtf8()).Member);
    }

    [Fact]
    public void A_file_is_refused_beyond_16_MiB_and_read_up_to_there()
    {
        byte[] json = new byte[SettingsDocument.MaxFileSize];
        Array.Fill(json, (byte)' ');
        json[0] = (byte)'{';
        json[^1] = (byte)'}';
        Assert.Equal(SettingsPatch.Empty, SettingsDocument.Parse(json).Patch);
        Assert.Throws<SettingsException>(() => SettingsDocument.Parse([.. json, (byte)' ']));
    }

    [Fact]
    public void A_refused_file_is_named()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "{\"blur\":{\"k\":-1}}");
        SettingsException refused = Assert.Throws<SettingsException>(() => SettingsDocument.Load(path));
        Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("blur.k", refused.Message, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Throws<FileNotFoundException>(() => SettingsDocument.Load(path));
    }

    [Fact]
    public void An_embedded_picture_survives()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[9000]];
        SettingsPatch patch = SettingsPatch.Empty.With("aperture.image", SettingValue.FromText(ApertureImage.Embed(png)));
        string image = SettingsDocument.Parse(new SettingsDocument(patch).ToUtf8()).Patch.Build().Aperture.Image!;
        Assert.True(ApertureImage.IsEmbedded(image));
        Assert.Equal(png, ApertureImage.Decode(image));
        Assert.Equal(png, ApertureImage.Decode(Convert.ToBase64String(png)));
        Assert.False(ApertureImage.IsEmbedded("opening.png"));
        Assert.Throws<SettingsException>(() => ApertureImage.Decode("iVBORw0KGgo*"));
        Assert.Throws<SettingsException>(() => ApertureImage.Decode(ApertureImage.Prefix + "AAAA"));
    }

    private static SettingsDocument Read(string json) => SettingsDocument.Parse(Encoding.UTF8.GetBytes(json));
}
