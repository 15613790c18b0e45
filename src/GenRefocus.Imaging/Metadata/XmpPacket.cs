using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GenRefocus.Imaging;

/// <summary>
/// An XMP packet (ISO 16684-1) to which properties of the <c>genrefocus:</c> namespace are added, replacing those of an earlier pass, while the rest stays. What would no
/// longer be true of the written file goes: a thumbnail, links to data behind the picture (extended XMP, motion photo, gain map), and orientation and
/// size are set to those of the upright picture where the packet names them.
/// </summary>
public sealed class XmpPacket
{
    /// <summary>The namespace of this program's properties.</summary>
    public const string Namespace = "https://genrefocus.org/ns/1.0/";

    /// <summary>Its usual prefix.</summary>
    public const string Prefix = "genrefocus";

    private static readonly XNamespace Own = Namespace;
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Tiff = "http://ns.adobe.com/tiff/1.0/";
    private static readonly XNamespace Exif = "http://ns.adobe.com/exif/1.0/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";

    /// <summary>Namespaces whose properties describe bytes of the old file that are not copied.</summary>
    private static readonly HashSet<string> OrphanNamespaces =
    [
        "http://ns.adobe.com/xmp/note/",
        "http://ns.google.com/photos/1.0/container/",
        "http://ns.adobe.com/hdr-gain-map/1.0/",
    ];

    private readonly XDocument _document;

    private XmpPacket(XDocument document) => _document = document;

    /// <summary>Opens a packet.</summary>
    /// <param name="packet">The packet in UTF-8 (or with a byte order mark), or null for an empty one.</param>
    /// <returns>The packet; null where it is no well-formed XMP.</returns>
    public static XmpPacket? TryParse(ReadOnlySpan<byte> packet)
    {
        if (packet.IsEmpty)
            return Empty();
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var stream = new MemoryStream(packet.TrimEnd((byte)0).ToArray());
            using var reader = XmlReader.Create(stream, settings);
            var packetDocument = new XmpPacket(XDocument.Load(reader));
            return packetDocument.Root is null ? null : packetDocument;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>A packet without properties.</summary>
    public static XmpPacket Empty() => new(new XDocument(
        new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName)))));

    /// <summary>This program's properties, name to value.</summary>
    public IReadOnlyDictionary<string, string> Properties
    {
        get
        {
            var properties = new Dictionary<string, string>();
            foreach (XElement description in Descriptions)
            {
                foreach (XAttribute attribute in description.Attributes().Where(a => a.Name.Namespace == Own))
                    properties[attribute.Name.LocalName] = attribute.Value;
                foreach (XElement element in description.Elements().Where(e => e.Name.Namespace == Own))
                    properties[element.Name.LocalName] = element.Value;
            }

            return properties;
        }
    }

    private XElement? Root => _document.Descendants(Rdf + "RDF").FirstOrDefault();

    private IEnumerable<XElement> Descriptions => Root?.Elements(Rdf + "Description") ?? [];

    /// <summary>Replaces all of this program's properties.</summary>
    /// <param name="properties">Name to value; a name is an XML name, a value any text.</param>
    /// <exception cref="ArgumentException">A name is no XML name.</exception>
    public void SetProperties(IReadOnlyDictionary<string, string> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        // All descriptions of a packet are about the same thing, and their rdf:about must agree.
        string about = Descriptions.FirstOrDefault()?.Attribute(Rdf + "about")?.Value ?? "";
        Remove(name => name.Namespace == Own);
        if (properties.Count == 0)
            return;
        var description = new XElement(
            Rdf + "Description", new XAttribute(Rdf + "about", about), new XAttribute(XNamespace.Xmlns + Prefix, Namespace));
        foreach ((string name, string value) in properties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            try
            {
                description.Add(new XElement(Own + name, XmlText(value)));
            }
            catch (XmlException e)
            {
                throw new ArgumentException($"\"{name}\" is no name that XMP allows.", nameof(properties), e);
            }
        }

        Root!.Add(description);
    }

    /// <summary>Makes the packet fit the upright picture.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public void MakeUpright(int width, int height)
    {
        Remove(name => name == Xmp + "Thumbnails" || OrphanNamespaces.Contains(name.NamespaceName));
        Replace(Tiff + "Orientation", 1);
        Replace(Tiff + "ImageWidth", width);
        Replace(Tiff + "ImageLength", height);
        Replace(Exif + "PixelXDimension", width);
        Replace(Exif + "PixelYDimension", height);
    }

    /// <summary>The packet in UTF-8 with its wrapper, without padding.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
        text.Append(_document.Root!.ToString(SaveOptions.DisableFormatting));
        text.Append("\n<?xpacket end=\"w\"?>");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Takes properties out, and descriptions that hold nothing else with them.</summary>
    private void Remove(Func<XName, bool> unwanted)
    {
        foreach (XElement description in Descriptions.ToList())
        {
            List<XAttribute> attributes = [.. description.Attributes().Where(a => !a.IsNamespaceDeclaration && unwanted(a.Name))];
            List<XElement> elements = [.. description.Elements().Where(e => unwanted(e.Name))];
            attributes.Remove();
            elements.Remove();
            bool emptied = attributes.Count + elements.Count > 0
                && !description.HasElements
                && description.Attributes().All(a => a.IsNamespaceDeclaration || a.Name == Rdf + "about");
            if (emptied)
                description.Remove();
        }
    }

    private void Replace(XName name, int value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        foreach (XElement description in Descriptions)
        {
            description.Attribute(name)?.SetValue(text);
            description.Element(name)?.SetValue(text);
        }
    }

    /// <summary>XML 1.0 cannot hold most control characters; they are left out.</summary>
    private static string XmlText(string value) =>
        value.All(XmlConvert.IsXmlChar) ? value : string.Concat(value.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)));
}
