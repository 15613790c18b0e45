using System.Diagnostics;

namespace GenRefocus.Cli.Tests;

public sealed class CancellationTests : IDisposable
{
    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", 130, "interrupted")]
    [InlineData("TERM", 5, "cancelled")]
    public async Task A_signal_ends_the_work_and_leaves_nothing_behind(string signal, int code, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals that one process sends to another.");

        // Twelve megapixels at a large radius on one thread: long enough to be met in the middle of its work, in final quality on any machine.
        string photo = _folder.Photo("in.tif", 4000, 3000);
        string depth = _folder.Depth("depth.png", 400, 300);
        string[] before = _folder.Names;
        using Process process = new CliProcess("refocus", photo, "-o", _folder["out.png"], "--depth", depth, "--k", "400", "--threads", "1").Start();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);

        // The handler is in place long before the photo is read; a signal before that would end the process without a word.
        await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
        Assert.False(process.HasExited, "The work was over before it could be interrupted.");
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(cancellation);
        Assert.True(process.WaitForExit(CliProcess.TimeLimit), "The process did not hear the signal.");

        new CliResult(process.ExitCode, [], await error).AssertFailed(code, words);
        Assert.Equal(before, _folder.Names);
    }
}
