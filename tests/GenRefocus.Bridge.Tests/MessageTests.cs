using System.Text;
using CsCheck;

namespace GenRefocus.Bridge.Tests;

public sealed class MessageTests
{
    [Fact]
    public void Any_text_is_a_message_or_a_protocol_error()
    {
        string[] words = ["{", "}", "[", "]", "\"id\"", "\"method\"", "\"params\"", "\"result\"", "\"error\"", ":", ",", "1", "null", "\"x\"", "\"\\ud800\"", "1e99", "{}", "true"];
        Gen<string> pieces = Gen.Int[0, words.Length - 1].Select(i => words[i]);
        pieces.Array[0, 14].Select(parts => string.Concat(parts)).Sample(text =>
        {
            try
            {
                Assert.NotNull(RpcMessage.Parse(Encoding.UTF8.GetBytes(text)));
            }
            catch (ProtocolException)
            {
                // The connection would end, no more.
            }
        });
    }

    [Theory]
    [InlineData(1, 1, 1, 3, 1)]
    [InlineData(1, 5, 2, 9, 5)]
    [InlineData(2, 2, 1, 9, 2)]
    [InlineData(1, 1, 2, 3, null)]
    [InlineData(4, 5, 1, 3, null)]
    public void The_highest_common_version_is_spoken(int min, int max, int otherMin, int otherMax, int? expected) =>
        Assert.Equal(expected, new VersionRange(min, max).Common(new VersionRange(otherMin, otherMax)));

    [Fact]
    public void An_error_comes_back_as_it_was_sent()
    {
        RpcException sent = new(RpcCode.Settings, "focus.range: is 2; 0 to 1 is allowed", "focus.range") { Hint = "Give less." };
        RpcMessage message = RpcMessage.Parse(RpcText.Error("\"a\"", sent));
        RpcException received = message.Error!.ToException();
        Assert.Equal("\"a\"", message.Id);
        Assert.Equal((sent.Code, sent.Message, sent.Member, sent.Hint), (received.Code, received.Message, received.Member, received.Hint));
    }

    [Fact]
    public void The_engine_is_found_beside_the_adapter_and_nowhere_by_path()
    {
        string folder = Directory.CreateTempSubdirectory("grf-find-").FullName;
        string program = Path.Combine(folder, OperatingSystem.IsWindows() ? "genrefocus.exe" : "genrefocus");
        if (!File.Exists(EngineLocator.InstallRecord))
            Assert.Contains(folder, Assert.Throws<EngineMissingException>(() => EngineLocator.Find(folder)).Message, StringComparison.Ordinal);
        File.WriteAllText(program, "");
        Assert.Equal(program, EngineLocator.Find(folder));
        Directory.Delete(folder, recursive: true);
    }
}
