using System.Diagnostics;
using System.Globalization;

namespace GenRefocus.Cli.Tests;

public sealed class MemoryTests : IDisposable
{
    private const long MaxBytes = 1_000_000_000;

    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Files_made_to_fill_memory_do_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells the highest memory of a process in a file.");
        string[] names =
        [
            "png bomb 40000", "png bomb 16000", "png 16384x16384", "png16 16777216x15", "tiff bomb 16384x16384", "tiff 40000x40000", "tiff tag 279 = 4294967295",
            "tiff tag 277 = 65535", "jpeg 16384x16384", "jpeg 65535x65535", "webp vp8l", "avif ispe", "xmp deep", "noise behind head avif", "cut 6 png16",
        ];
        string depth = _folder.Depth(width: BrokenFileGenerator.Width, height: BrokenFileGenerator.Height);
        int count = 0;
        foreach (BrokenFile file in BrokenFileGenerator.All().Where(file => names.Contains(file.Name)))
        {
            count++;
            await File.WriteAllBytesAsync(_folder["photo"], file.Content, TestContext.Current.CancellationToken);
            using Process process = new CliProcess("refocus", _folder["photo"], "-o", _folder["out.png"], "--depth", depth, "--k", "4").Start();
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            long peak = 0;
            while (!process.HasExited)
            {
                peak = Math.Max(peak, PeakBytes(process.Id));
                await Task.Delay(2, TestContext.Current.CancellationToken);
            }

            Assert.True(process.ExitCode is 0 or 2 or 3, $"{file.Name} ended with {process.ExitCode}: {await error}");
            Assert.InRange(peak, 1, MaxBytes);
        }

        Assert.Equal(names.Length, count);
    }

    private static long PeakBytes(int process)
    {
        try
        {
            string line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) ?? "VmHWM: 0 kB";
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^2].Replace("VmHWM:", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended in between.
            return 0;
        }
    }
}
