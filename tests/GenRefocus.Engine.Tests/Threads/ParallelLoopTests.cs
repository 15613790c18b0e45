using System.Text.RegularExpressions;

namespace GenRefocus.Engine.Tests;

/// <summary>
/// <c>--threads</c> holds only if no loop takes more threads than it is told. Counting the threads of a process is too fickle, so the sources are read.
/// </summary>
public sealed partial class ParallelLoopTests
{
    private static readonly (string File, string Code)[] Sources = Read();

    [Fact]
    public void Every_parallel_loop_is_given_options() =>
        Assert.All(Matches(ParallelLoop()), loop => Assert.Matches(@"ParallelOptions|\boptions\b", loop.Call));

    [Fact]
    public void All_options_of_parallel_loops_name_their_degree() =>
        Assert.All(Matches(ParallelOptions()), made => Assert.Contains("MaxDegreeOfParallelism = threads", made.Call, StringComparison.Ordinal));

    // The self-check gives a driver that may never return a thread of its own, and waits for it. A network is opened beside the reading of the photo, which takes one thread,
    // and only where two are allowed.
    [Fact]
    public void There_are_no_other_ways_to_more_threads() => Assert.Empty(
        Matches(OtherThreads()).Where(other => other.File is not ("SelfCheck.cs" or "KeptNetwork.cs")).Select(other => $"{other.File}: {other.Call}"));

    [Fact]
    public void A_network_is_opened_aside_only_with_two_threads() =>
        Assert.Contains("_threads == 1)\n            return;", Sources.Single(source => source.File == "SceneSources.cs").Code.ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Fact]
    public void The_native_libraries_are_told_the_number_of_threads()
    {
        Assert.Contains(Sources, source => source.Code.Contains("IntraOpNumThreads = threads", StringComparison.Ordinal));
        Assert.Contains(Sources, source => source.Code.Contains("InterOpNumThreads = 1", StringComparison.Ordinal));
        Assert.Contains(Sources, source => source.Code.Contains("NetVips.Concurrency = threads", StringComparison.Ordinal));

        // libvips takes its number before it opens or writes anything.
        (string File, string Code)[] users = [.. Sources.Where(source => VipsUse().IsMatch(source.Code) && source.File != "VipsEncoder.cs")];
        Assert.NotEmpty(users);
        Assert.All(users, source => Assert.Contains("VipsRuntime.Use(", source.Code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_searches_find_what_they_are_for()
    {
        Assert.NotEmpty(Matches(ParallelLoop()));
        Assert.NotEmpty(Matches(ParallelOptions()));
        Assert.Matches(OtherThreads(), "values.AsParallel()");
        Assert.Matches(OtherThreads(), "new Thread(Work)");
        Assert.Matches(OtherThreads(), "Task.Run(Work)");
    }

    private static IEnumerable<(string File, string Call)> Matches(Regex regex) =>
        Sources.SelectMany(source => regex.Matches(source.Code).Select(match => (source.File, match.Value)));

    private static (string File, string Code)[] Read()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "GenRefocus.sln")))
            folder = Path.GetDirectoryName(folder);
        Assert.NotNull(folder);
        char separator = Path.DirectorySeparatorChar;
        return
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{separator}obj{separator}", StringComparison.Ordinal) && !Speaks(file))
                .Select(file => (Path.GetFileName(file), Comment().Replace(File.ReadAllText(file), ""))),
        ];
    }

    // These wait for hosts and engines, one task a connection or token, and leave all work on pictures to the engine.
    private static bool Speaks(string file) =>
        new[] { "GenRefocus.Bridge", "GenRefocus.Server", "GenRefocus.PaintDotNet" }.Any(project => file.Contains(project, StringComparison.Ordinal));

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    // Up to the loop's body.
    [GeneratedRegex(@"\bParallel\.(For|ForEach|ForAsync|ForEachAsync|Invoke)\b[^;{]*?(=>|\{[^}]*\}[^;{]*?=>)")]
    private static partial Regex ParallelLoop();

    [GeneratedRegex(@"(new ParallelOptions|ParallelOptions \w+ = new)\b[^;]*?\}")]
    private static partial Regex ParallelOptions();

    [GeneratedRegex(@"AsParallel\(|\bnew Thread\(|Task\.Run\(|Task\.Factory|ThreadPool\.|Parallel\.Invoke")]
    private static partial Regex OtherThreads();

    [GeneratedRegex(@"\bImage\.New\w+\(|\bVipsPicture\.Open\(|\bVipsEncoder\.Encode\(")]
    private static partial Regex VipsUse();
}
