using GenRefocus.Imaging;

namespace GenRefocus.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class BrokenFileTests : IDisposable
{
    private const string Output = "out.png";

    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_broken_photo_is_refused_in_one_line_or_read_as_far_as_it_goes()
    {
        string depth = _folder.Depth(width: BrokenFileGenerator.Width, height: BrokenFileGenerator.Height);
        int count = 0;
        List<string> wrong = [];
        foreach (BrokenFile file in BrokenFileGenerator.All())
        {
            count++;
            string path = _folder["photo"];
            File.WriteAllBytes(path, file.Content);
            wrong.AddRange(Problems(Run(path, depth), file.MustFail ? [3] : [0, 3], ["depth.png", "photo"]).Select(problem => $"{file.Name}: {problem}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(count, 300, int.MaxValue);
    }

    [Fact]
    public void Every_sound_file_of_the_generator_is_read()
    {
        foreach ((string name, byte[] content) in BrokenFileGenerator.Sound())
        {
            File.WriteAllBytes(_folder["photo"], content);
            string depth = name == "jxl" ? _folder.Depth(width: 60, height: 40) : _folder.Depth(width: BrokenFileGenerator.Width, height: BrokenFileGenerator.Height);
            CliResult result = Run(_folder["photo"], depth);
            Assert.True(result is { Code: 0, Error: "" }, $"{name}: {result.Error}");
        }
    }

    [Fact]
    public void Broken_depth_is_refused_in_one_line()
    {
        string photo = _folder.Photo("photo.png", BrokenFileGenerator.Width, BrokenFileGenerator.Height);
        foreach ((string _, byte[] content) in BrokenFileGenerator.Sound().Where(file => file.Name is "png16" or "tiff"))
        {
            for (int cut = 0; cut <= 8; cut++)
            {
                // The whole file is a colour picture, which is no depth either.
                File.WriteAllBytes(_folder["depth"], content[..(content.Length * cut / 8)]);
                Assert.Empty(Problems(Run(photo, _folder["depth"]), [3], ["depth", "photo.png"]));
            }
        }

        (float Upper, float Lower)[] values = [(float.NaN, float.NaN), (float.PositiveInfinity, float.NaN), (float.NegativeInfinity, float.NegativeInfinity), (-1, float.NaN)];
        foreach ((float upper, float lower) in values)
        {
            using Plane<float> metres = new(BrokenFileGenerator.Width, BrokenFileGenerator.Height);
            for (int y = 0; y < metres.Height; y++)
                metres.Row(y).Fill(y < metres.Height / 2 ? upper : lower);
            DepthWriter.WriteMetresTiff(metres, _folder["depth"], threads: 1, TestContext.Current.CancellationToken);
            Assert.Empty(Problems(Run(photo, _folder["depth"]), [0, 3], ["depth", "photo.png"]));
        }
    }

    [Fact]
    public void Depth_of_another_shape_is_a_wrong_command_and_of_another_size_is_not()
    {
        string photo = _folder.Photo("photo.png", 96, 64);
        (int Width, int Height, int Code)[] sizes = [(48, 32, 0), (192, 128, 0), (64, 96, 2), (64, 64, 2), (1, 64, 2)];
        foreach ((int width, int height, int code) in sizes)
            Assert.Empty(Problems(Run(photo, _folder.Depth(width: width, height: height)), [code], ["depth.png", "photo.png"]));
    }

    [Fact]
    public void What_is_no_file_is_refused()
    {
        string depth = _folder.Depth();
        Directory.CreateDirectory(_folder["folder.jpg"]);
        List<string> paths = [_folder["folder.jpg"], _folder["missing.jpg"], _folder["name\nwith two lines.jpg"]];
        if (OperatingSystem.IsLinux())
            paths.AddRange(["/dev/null", "/dev/zero", "/dev/urandom", "/proc/self/environ"]);
        foreach (string path in paths)
            Assert.Empty(Problems(Run(path, depth), [3], ["depth.png"]));
    }

    private CliResult Run(string photo, string depth)
    {
        TextWriter before = Console.Error;
        using StringWriter error = new();
        Console.SetError(error);
        try
        {
            int code = CommandLineRunner.Run(["refocus", photo, "-o", _folder[Output], "--depth", depth, "--k", "4", "--threads", "2"]);
            return new(code, [], error.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }

    /// <summary>What is not as documented, in words; removes the output.</summary>
    private List<string> Problems(CliResult result, int[] codes, string[] inputs)
    {
        List<string> problems = [];
        string[] lines = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // A damaged header may change the picture's shape, which the depth then does not have.
        bool otherShape = result.Code == 2 && codes.Contains(0) && result.Error.Contains("depth", StringComparison.Ordinal);
        if (!codes.Contains(result.Code) && !otherShape)
            problems.Add($"ended with {result.Code}: {result.Error}");
        if (result.Error.Contains("   at ", StringComparison.Ordinal))
            problems.Add("a stack is shown");
        string[] names = [.. _folder.Names.Except([Output])];
        if (!names.SequenceEqual(inputs))
            problems.Add($"the folder has {string.Join(", ", names)}");
        if (result.Code != 0)
        {
            if (File.Exists(_folder[Output]))
                problems.Add("an output was written");
            if (lines is not [{ Length: < 400 } line] || !line.StartsWith("genrefocus: error: ", StringComparison.Ordinal))
                problems.Add($"says {result.Error}");
            return problems;
        }

        if (!lines.All(line => line.StartsWith("genrefocus: warning: ", StringComparison.Ordinal)))
            problems.Add($"says {result.Error}");
        using (Photo whole = _folder.ReadPhoto(Output))
            problems.AddRange(whole.Warnings);
        File.Delete(_folder[Output]);
        return problems;
    }
}
