namespace GenRefocus.Cli.Tests;

public sealed class CrashLogTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Errors_are_appended_with_their_stack_and_the_folder_is_made()
    {
        string log = _folder["logs/genrefocus.log"];
        Assert.True(CrashLog.TryAppend(log, Thrown("first")));
        Assert.True(CrashLog.TryAppend(log, Thrown("second")));
        string text = File.ReadAllText(log);
        Assert.Contains("first", text, StringComparison.Ordinal);
        Assert.Contains("second", text, StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_cannot_be_written_is_no_second_error() => Assert.False(CrashLog.TryAppend(Path.GetTempPath(), Thrown("first")));

    private static InvalidOperationException Thrown(string message)
    {
        try
        {
            throw new InvalidOperationException(message);
        }
        catch (InvalidOperationException error)
        {
            return error;
        }
    }
}
