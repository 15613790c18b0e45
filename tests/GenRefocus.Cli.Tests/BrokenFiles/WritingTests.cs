using System.Diagnostics;
using GenRefocus.Imaging;

namespace GenRefocus.Cli.Tests;

/// <summary>Writing where something is in the way: the output is whole or not there, the input is what it was.</summary>
public sealed class WritingTests : IDisposable
{
    private const int Kills = 25;
    private const int LongKills = 500;

    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_killed_process_leaves_a_whole_output_or_none()
    {
        string photo = _folder.Photo("in.png", 900, 600, bits: 16);
        string depth = _folder.Depth(width: 90, height: 60);
        byte[] before = await File.ReadAllBytesAsync(photo, TestContext.Current.CancellationToken);
        CliProcess command = new("refocus", photo, "-o", _folder["out.png"], "--depth", depth, "--strength", "0");
        var clock = Stopwatch.StartNew();
        command.Run().AssertOk();
        int whole = (int)clock.ElapsedMilliseconds;

        Random random = new(500);
        int kills = Environment.GetEnvironmentVariable("GENREFOCUS_LONG_TESTS") == "1" ? LongKills : Kills;
        int absent = 0, inWriting = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            File.Delete(_folder["out.png"]);
            using Process process = command.Start();
            // Every second one dies while it writes: as soon as its temporary file is there, or some milliseconds later.
            if (kill % 2 == 0)
                await Task.Delay(random.Next(whole), TestContext.Current.CancellationToken);
            else
                await WaitForTemporary(process, random.Next(12));
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(before, await File.ReadAllBytesAsync(photo, TestContext.Current.CancellationToken));
            inWriting += _folder.Names.Any(IsTemporary) ? 1 : 0;
            if (!File.Exists(_folder["out.png"]))
            {
                absent++;
                continue;
            }

            using Photo result = _folder.ReadPhoto("out.png");
            Assert.Empty(result.Warnings);
            Assert.Equal((900, 600), (result.Width, result.Height));
        }

        TestContext.Current.SendDiagnosticMessage("{0} kills: {1} without output, {2} with a temporary file left", kills, absent, inWriting);
        Assert.InRange(absent, 1, kills);
        command.Run().AssertOk();
        Assert.Equal(["depth.png", "in.png", "out.png"], _folder.Names);
    }

    [Fact]
    public void A_temporary_file_of_a_process_that_runs_or_of_another_name_stays()
    {
        string own = $".out.png.{Environment.ProcessId}.tmp";
        string[] others = [own, ".out.png.x.tmp", ".other.png.999999999.tmp", ".out.png.tmp"];
        foreach (string name in (string[])[.. others, ".out.png.999999999.tmp"])
            File.WriteAllText(_folder[name], "x");
        new CliProcess("refocus", _folder.Photo(), "-o", _folder["out.png"], "--depth", _folder.Depth(), "--k", "4").Run().AssertOk();
        Assert.Equal([.. others.Append("depth.png").Append("in.png").Append("out.png").Order(StringComparer.Ordinal)], _folder.Names);
    }

    [Fact]
    public void A_full_disk_is_said_and_nothing_is_left()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a shell that limits the size of files.");
        string photo = _folder.Photo("in.png", 400, 300, bits: 16);
        string depth = _folder.Depth(width: 40, height: 30);
        // A limit of 8 kB a file acts like a full disk. The runtime maps its compiled code through a file, which the limit would hit, too.
        const string script = "trap '' XFSZ; ulimit -f 8; exec \"$@\"";
        using Process process = Process.Start(new ProcessStartInfo(
            "/bin/bash", ["-c", script, "bash", Path.Combine(AppContext.BaseDirectory, "genrefocus"), "refocus", photo, "-o", _folder["out.png"], "--depth", depth, "--k", "4"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        string error = process.StandardError.ReadToEnd();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        new CliResult(process.ExitCode, System.Text.Encoding.UTF8.GetBytes(output), error).AssertFailed(6, "out.png cannot be written");
        Assert.Equal(["depth.png", "in.png"], _folder.Names);
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs a folder that nobody may write to.");
        new CliProcess("refocus", _folder.Photo(), "-o", "/sys/genrefocus.png", "--depth", _folder.Depth(), "--k", "4").Run().AssertFailed(6, "/sys/genrefocus.png");
    }

    [Fact]
    public void The_photo_is_known_by_any_of_its_names()
    {
        Directory.CreateDirectory(_folder["real"]);
        string photo = _folder.Photo("real/in.png");
        string depth = _folder.Depth();
        byte[] before = File.ReadAllBytes(photo);
        Directory.CreateSymbolicLink(_folder["link"], _folder["real"]);
        File.CreateSymbolicLink(_folder["first.png"], _folder["second.png"]);
        File.CreateSymbolicLink(_folder["second.png"], _folder["link/in.png"]);
        string[] names = [_folder["link/in.png"], _folder["link/../real/./in.png"], _folder["first.png"], _folder["real//in.png"]];
        foreach (string name in names)
        {
            new CliProcess("refocus", photo, "-o", name, "--depth", depth, "--k", "9").Run().AssertFailed(2, "--overwrite");
            new CliProcess("refocus", name, "-o", photo, "--depth", depth, "--k", "9").Run().AssertFailed(2, "--overwrite");
        }

        Assert.Equal(before, File.ReadAllBytes(photo));
    }

    [Fact]
    public void A_hard_link_is_replaced_and_the_photo_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs ln.");
        string photo = _folder.Photo();
        byte[] before = File.ReadAllBytes(photo);
        using (Process link = Process.Start("ln", [photo, _folder["hard.png"]]))
            link.WaitForExit();
        new CliProcess("refocus", photo, "-o", _folder["hard.png"], "--depth", _folder.Depth(), "--k", "9").Run().AssertOk();
        Assert.Equal(before, File.ReadAllBytes(photo));
        Assert.NotEqual(before, File.ReadAllBytes(_folder["hard.png"]));
    }

    private static bool IsTemporary(string name) => name.EndsWith(".tmp", StringComparison.Ordinal);

    private async Task WaitForTemporary(Process process, int millisecondsMore)
    {
        string temporary = _folder[$".out.png.{process.Id}.tmp"];
        while (!process.HasExited && !File.Exists(temporary))
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await Task.Delay(millisecondsMore, TestContext.Current.CancellationToken);
    }
}
