using System.Text;
using System.Text.Json;

namespace GenRefocus.Cli.Tests;

/// <summary>What a command left behind.</summary>
internal sealed record CliResult(int Code, byte[] Output, string Error)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Asserts that the command failed as it should: with this code and one line that holds these words, without a stack.</summary>
    public void AssertFailed(int code, params string[] words)
    {
        Assert.Equal((code, ""), (Code, Text));
        string line = Assert.Single(Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("genrefocus: error: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, line, StringComparison.Ordinal));
    }

    public void AssertOk() => Assert.Equal((0, ""), (Code, Error));
}
