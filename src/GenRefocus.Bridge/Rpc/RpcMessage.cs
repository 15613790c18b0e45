using System.Text.Json;

namespace GenRefocus.Bridge;

/// <summary>A JSON-RPC message as it came: a request or notification (it has a method), else a response.</summary>
/// <param name="Id">The id's JSON text; null for a notification, <c>null</c> as text for a response to what could not be read.</param>
/// <param name="Method">The method; null for a response.</param>
/// <param name="Body">Parameters or result; undefined where there are none.</param>
/// <param name="Error">The error of a response.</param>
public sealed record RpcMessage(string? Id, string? Method, JsonElement Body, RpcErrorInfo? Error)
{
    private const int MaxDepth = 32;
    private const int MaxIdLength = 64;
    private const int MaxMethodLength = 64;

    /// <summary>Reads a message.</summary>
    /// <param name="utf8">JSON.</param>
    /// <exception cref="ProtocolException">It is none that the protocol allows.</exception>
    public static RpcMessage Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MaxDepth });
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                throw new ProtocolException("A message is one JSON object.");
            string? id = root.TryGetProperty("id", out JsonElement idElement) ? IdText(idElement) : null;
            if (root.TryGetProperty("method", out JsonElement method))
                return Request(root, id, method);
            if (id is null)
                throw new ProtocolException("A message has neither a method nor an id.");
            if (root.TryGetProperty("error", out JsonElement error))
                return new RpcMessage(id, null, default, error.Deserialize(BridgeJson.Default.RpcErrorInfo));
            return root.TryGetProperty("result", out JsonElement result)
                ? new RpcMessage(id, null, result.Clone(), null)
                : throw new ProtocolException("A message has no method, no result and no error.");
        }
        catch (JsonException wrong)
        {
            throw new ProtocolException($"A message is not valid JSON ({wrong.Message})", RpcCode.ParseError);
        }
        catch (InvalidOperationException)
        {
            // The reader's way to say that an escaped text is no valid Unicode.
            throw new ProtocolException("A message holds invalid Unicode.", RpcCode.ParseError);
        }
    }

    private static RpcMessage Request(JsonElement root, string? id, JsonElement method)
    {
        if (method.ValueKind != JsonValueKind.String || method.GetString() is not { Length: > 0 and <= MaxMethodLength } name)
            throw new ProtocolException("A message's method is no name.");
        if (id == "null")
            throw new ProtocolException("A request's id is null.");
        bool hasBody = root.TryGetProperty("params", out JsonElement body);
        return new RpcMessage(id, name, hasBody ? body.Clone() : default, null);
    }

    private static string IdText(JsonElement id)
    {
        bool allowed = id.ValueKind switch
        {
            JsonValueKind.Number => id.TryGetInt64(out _),
            JsonValueKind.String => id.GetString()!.Length <= MaxIdLength,
            JsonValueKind.Null => true,
            _ => false,
        };
        return allowed ? id.GetRawText() : throw new ProtocolException($"A message's id is no whole number and no text of at most {MaxIdLength} characters.");
    }
}
