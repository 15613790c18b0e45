using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GenRefocus.Bridge;

/// <summary>Writes JSON-RPC messages.</summary>
public static class RpcText
{
    // Relaxed: base64 and all languages' words stay as short as they are, and no text of it is put into HTML by us.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A request.</summary>
    /// <typeparam name="T">Type of the parameters.</typeparam>
    /// <param name="id">Its id.</param>
    /// <param name="method">The method.</param>
    /// <param name="body">The parameters.</param>
    /// <param name="type">How they are written.</param>
    public static ReadOnlyMemory<byte> Request<T>(long id, string method, T body, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteNumber("id", id);
        writer.WriteString("method", method);
        writer.WritePropertyName("params");
        JsonSerializer.Serialize(writer, body, type);
    });

    /// <summary>A notification.</summary>
    /// <typeparam name="T">Type of the parameters.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="body">The parameters.</param>
    /// <param name="type">How they are written.</param>
    public static ReadOnlyMemory<byte> Notification<T>(string method, T body, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WriteString("method", method);
        writer.WritePropertyName("params");
        JsonSerializer.Serialize(writer, body, type);
    });

    /// <summary>An answer.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="id">JSON text of the request's id.</param>
    /// <param name="result">The result.</param>
    /// <param name="type">How it is written.</param>
    public static ReadOnlyMemory<byte> Result<T>(string id, T result, JsonTypeInfo<T> type) => Write(writer =>
    {
        writer.WritePropertyName("id");
        writer.WriteRawValue(id);
        writer.WritePropertyName("result");
        JsonSerializer.Serialize(writer, result, type);
    });

    /// <summary>An error.</summary>
    /// <param name="id">JSON text of the request's id; <c>null</c> where it is not known.</param>
    /// <param name="error">The error.</param>
    public static ReadOnlyMemory<byte> Error(string id, RpcException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        RpcErrorData data = new(RpcCode.Kind(error.Code)) { Member = error.Member, Hint = error.Hint, Supported = error.Supported };
        return Write(writer =>
        {
            writer.WritePropertyName("id");
            writer.WriteRawValue(id);
            writer.WritePropertyName("error");
            JsonSerializer.Serialize(writer, new RpcErrorInfo(error.Code, error.Message) { Data = data }, BridgeJson.Default.RpcErrorInfo);
        });
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> body)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        body(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
