using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Engine.Tests;

public sealed class MatteAnalysisTests
{
    [Fact]
    public void Depth_from_a_file_is_exact_and_has_no_matte()
    {
        using TemporaryFolder folder = new();
        using Photo photo = TestPhoto.Make();
        using RefocusPipeline pipeline = new(new EngineOptions { Threads = 2, Provider = ExecutionProvider.Cpu });
        RefocusSettings settings = new() { Depth = new DepthSettings { Source = TestPhoto.WriteDepth(folder.Path) } };
        SceneAnalysis analysis = pipeline.Analyze(photo, new RefocusRequest(settings), null, TestContext.Current.CancellationToken);
        Assert.NotNull(analysis.Subject);
        Assert.Null(analysis.Matte(1, TestContext.Current.CancellationToken));
    }
}
