using System.Globalization;
using System.Text;
using CsCheck;

namespace GenRefocus.Imaging.Tests;

public class XmpPacketTests
{
    [Fact]
    public void Any_text_comes_back_from_a_property() =>
        Gen.String.Sample(text =>
        {
            XmpPacket packet = XmpPacket.Empty();
            packet.SetProperties(new Dictionary<string, string> { ["settings"] = text });
            string back = XmpPacket.TryParse(packet.ToBytes())!.Properties["settings"];
            string expected = string.Concat(text.Where(c => c >= ' ' || c is '\t' or '\n' or '\r'));
            Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Normal(expected))), Normal(back));
        });

    [Fact]
    public void A_second_pass_replaces_the_first_and_keeps_the_rest()
    {
        XmpPacket packet = Parse("<rdf:Description rdf:about='uuid:7' xmlns:dc='http://purl.org/dc/elements/1.1/' dc:source='x'/>");
        packet.SetProperties(new Dictionary<string, string> { ["version"] = "1", ["old"] = "a" });
        packet = XmpPacket.TryParse(packet.ToBytes())!;
        packet.SetProperties(new Dictionary<string, string> { ["version"] = "2" });
        string text = Encoding.UTF8.GetString(packet.ToBytes());
        Assert.Equal(new Dictionary<string, string> { ["version"] = "2" }, packet.Properties);
        Assert.Contains("dc:source=\"x\"", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("rdf:about=\"uuid:7\"").Length - 1);
    }

    [Fact]
    public void Properties_written_as_attributes_are_found_and_replaced()
    {
        XmpPacket packet = Parse($"<rdf:Description xmlns:g='{XmpPacket.Namespace}' g:version='9' g:old='x'/>");
        Assert.Equal("9", packet.Properties["version"]);
        packet.SetProperties(new Dictionary<string, string> { ["version"] = "10" });
        Assert.Equal(["version"], packet.Properties.Keys);
    }

    [Fact]
    public void What_is_no_longer_true_goes_and_what_is_named_is_set()
    {
        XmpPacket packet = Parse(
            """
            <rdf:Description xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'
              xmlns:n='http://ns.adobe.com/xmp/note/' n:HasExtendedXMP='ABC' tiff:Orientation='8' xmp:Rating='4'>
              <exif:PixelXDimension>1</exif:PixelXDimension><xmp:Thumbnails><rdf:Alt/></xmp:Thumbnails></rdf:Description>
            """);
        packet.MakeUpright(300, 200);
        string text = Encoding.UTF8.GetString(packet.ToBytes());
        Assert.Contains("tiff:Orientation=\"1\"", text, StringComparison.Ordinal);
        Assert.Contains("<exif:PixelXDimension>300</exif:PixelXDimension>", text, StringComparison.Ordinal);
        Assert.Contains("xmp:Rating=\"4\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PixelYDimension", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thumbnails", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HasExtendedXMP=", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_xmp_is_refused_and_entities_are_not_resolved()
    {
        Assert.Null(XmpPacket.TryParse("<a>"u8));
        Assert.Null(XmpPacket.TryParse("<a/>"u8));
        Assert.Null(XmpPacket.TryParse("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"u8));
        Assert.NotNull(XmpPacket.TryParse(default));
        Gen.Byte.Array.Sample(bytes => XmpPacket.TryParse(bytes));
        Assert.Throws<ArgumentException>(() => XmpPacket.Empty().SetProperties(new Dictionary<string, string> { ["no name"] = "" }));
    }

    [Fact]
    public void Numbers_do_not_follow_the_culture_of_the_process()
    {
        CultureInfo old = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            german.NumberFormat.NumberGroupSeparator = ".";
            german.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = german;
            XmpPacket packet = Parse("<rdf:Description xmlns:tiff='http://ns.adobe.com/tiff/1.0/' tiff:ImageWidth='1'/>");
            packet.MakeUpright(12345, 1);
            Assert.Contains("\"12345\"", Encoding.UTF8.GetString(packet.ToBytes()), StringComparison.Ordinal);
            CaptureInfo capture = CaptureInfo.Read(new PhotoMetadata { Exif = new ExifSample(true).Build() });
            Assert.Equal(2.8, capture.FNumber);
            Assert.Equal(48.5, capture.Position!.Latitude, 1e-6);
            Assert.NotNull(capture.Taken);
        }
        finally
        {
            CultureInfo.CurrentCulture = old;
        }
    }

    private static XmpPacket Parse(string description) => XmpPacket.TryParse(Encoding.UTF8.GetBytes(
        $"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{description}</rdf:RDF></x:xmpmeta>"))!;

    /// <summary>XML readers make one line feed of every line end.</summary>
    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\uFFFE", "", StringComparison.Ordinal).Replace("\uFFFF", "", StringComparison.Ordinal);
}
