using GenRefocus.Diffusion.Tests;
using GenRefocus.Inference;

namespace GenRefocus.Cli.Tests;

public sealed class DoctorCheckTests
{
    private static readonly InferenceSessionFactory Sessions = new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "models");

    [Fact]
    public void A_missing_network_is_a_problem_that_says_what_to_do()
    {
        IReadOnlyList<Check> checks = ModelChecks.Look(Path.Combine(Shipped, "none"), Sessions, TestContext.Current.CancellationToken);
        Check depth = Assert.Single(checks, check => check.State == CheckState.Problem);
        Assert.Equal(ExitCode.ModelMissing, depth.Code);
        Assert.Contains("install the program again", depth.Advice, StringComparison.Ordinal);

        // Without those that find subjects and make photos sharp the program works, only less well.
        Assert.Collection(
            checks.Where(check => check.State == CheckState.Warning),
            subject => Assert.Contains("subject-compact.onnx", subject.Finding, StringComparison.Ordinal),
            deblur => Assert.Contains("blur-compact.onnx", deblur.Finding, StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_network_is_a_problem()
    {
        using PictureFolder folder = new();
        File.Copy(Path.Combine(Shipped, "depth-compact.card.json"), folder["depth-compact.card.json"]);
        File.WriteAllBytes(folder["depth-compact.onnx"], File.ReadAllBytes(Path.Combine(Shipped, "depth-compact.onnx"))[..1000]);
        Check check = Assert.Single(Look(folder), check => check.Name == "depth-compact.onnx");
        Assert.Equal((CheckState.Problem, ExitCode.ModelMissing), (check.State, check.Code));
        Assert.Contains("SHA-256", check.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_without_a_card_is_a_warning_when_it_is_not_the_shipped_one()
    {
        using PictureFolder folder = new();
        File.Copy(Path.Combine(Shipped, "depth-compact.onnx"), folder["other.onnx"]);
        IReadOnlyList<Check> checks = Look(folder);
        Assert.Equal(
            [("other.onnx", CheckState.Warning), ("models", CheckState.Problem), ("models", CheckState.Warning), ("models", CheckState.Warning), ("models", CheckState.Ok)],
            checks.Select(check => (check.Name, check.State)));
    }

    [Fact]
    public void The_network_that_repairs_blur_is_optional_and_looked_at_where_it_is()
    {
        using TestBokehNetwork network = new(0, (colour, plane) => plane == colour ? 1 : 0);
        string folder = Path.GetDirectoryName(network.Path)!;
        IReadOnlyList<Check> with = ModelChecks.Look(folder, Sessions, TestContext.Current.CancellationToken);
        Assert.Contains("not named by its card", Assert.Single(with, check => check.Name == "bokehnet-compact.onnx").Finding, StringComparison.Ordinal);
        Assert.DoesNotContain(with, check => check.Finding.Contains("optional", StringComparison.Ordinal));
        File.Delete(network.Path);
        IReadOnlyList<Check> without = ModelChecks.Look(folder, Sessions, TestContext.Current.CancellationToken);
        Assert.Equal(CheckState.Ok, Assert.Single(without, check => check.Finding.Contains("bokehnet-compact.onnx", StringComparison.Ordinal)).State);
    }

    [Fact]
    public void Missing_libraries_of_Visual_Cpp_are_named()
    {
        Check check = WindowsLibraryChecks.Look(isDirectMLBuild: true, name => name != "MSVCP140_ATOMIC_WAIT.dll").First();
        Assert.Equal((CheckState.Problem, "MSVCP140_ATOMIC_WAIT.dll cannot be loaded"), (check.State, check.Finding));
        Assert.Contains("2015-2022 Redistributable", check.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_library_of_DirectML_builds_is_not_wanted_by_others() =>
        Assert.All(WindowsLibraryChecks.Look(isDirectMLBuild: false, name => name is not ("MSVCP140_ATOMIC_WAIT.dll" or "DirectML.dll")), check => Assert.Equal(CheckState.Ok, check.State));

    [Fact]
    public void DirectML_that_does_not_load_is_a_warning() =>
        Assert.Equal(CheckState.Warning, WindowsLibraryChecks.Look(isDirectMLBuild: true, name => name != "DirectML.dll").Last().State);

    [Fact]
    public void A_failure_that_nobody_foresaw_is_a_problem_on_one_line()
    {
        Check check = Assert.Single(Check.Guarded("x", ExitCode.ModelMissing, "do y", () => throw new DllNotFoundException("no\nlibrary")));
        Assert.Equal(("x", CheckState.Problem, "no library", "do y"), (check.Name, check.State, check.Finding, check.Advice));
    }

    [Theory]
    [InlineData("x64", true, false)]
    [InlineData("x64", false, true)]
    [InlineData("arm64", false, false)]
    public void A_processor_without_AVX2_is_slow(string architecture, bool hasAvx2, bool warns)
    {
        Machine machine = new("", architecture, "", 2, hasAvx2 ? ["AVX2"] : [], "");
        CheckState expected = warns ? CheckState.Warning : CheckState.Ok;
        Assert.Equal(expected, MachineChecks.Look(machine).Single(check => check.Name == "vector instructions").State);
    }

    private static IReadOnlyList<Check> Look(PictureFolder folder) =>
        ModelChecks.Look(Path.GetDirectoryName(folder["x"])!, Sessions, TestContext.Current.CancellationToken);
}
