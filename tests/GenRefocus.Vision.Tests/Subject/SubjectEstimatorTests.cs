using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Inference;

namespace GenRefocus.Vision.Tests;

public sealed class SubjectEstimatorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Path(string name) => System.IO.Path.Combine(DepthModelLocator.DefaultFolder, name);

    [Fact]
    public void The_shipped_network_finds_a_bright_ball_on_a_dark_floor()
    {
        using SubjectEstimator estimator = Open(2);
        using LinearImage picture = Ball(480, 320);
        using Plane<float> mask = estimator.Estimate(picture, 2, Token);
        Assert.Equal((384, 256), (mask.Width, mask.Height));
        Assert.All(Pictures.Values(mask), value => Assert.InRange(value, 0, 1));
        Assert.True(mask[192, 128] > 0.8f, $"The ball counts {mask[192, 128]}.");
        Assert.True(mask[20, 20] < 0.2f, $"The corner counts {mask[20, 20]}.");
    }

    [Fact]
    public void The_number_of_threads_does_not_change_the_mask()
    {
        using LinearImage picture = Ball(333, 500);
        using SubjectEstimator one = Open(1), two = Open(2);
        using Plane<float> a = one.Estimate(picture, 1, Token), b = two.Estimate(picture, 2, Token);
        float[] first = Pictures.Values(a), second = Pictures.Values(b);
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], second[i], 1e-3f);
    }

    [Fact]
    public void A_network_for_something_else_is_refused()
    {
        var sessions = new InferenceSessionFactory(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        ModelInvalidException refused = Assert.Throws<ModelInvalidException>(() => SubjectEstimator.Open(Path("depth-compact.onnx"), sessions, Token));
        Assert.Contains("not a subject model", refused.Message, StringComparison.Ordinal);
        refused = Assert.Throws<ModelInvalidException>(() => DepthEstimator.Open(Path("subject-compact.onnx"), sessions, Token));
        Assert.Contains("not a depth model", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_network_is_not_installed_none_is_found()
    {
        Assert.NotNull(SubjectModelLocator.Find());
        Assert.Null(SubjectModelLocator.Find(System.IO.Path.Combine(System.IO.Path.GetTempPath(), "no-such-folder")));
    }

    private static SubjectEstimator Open(int threads) => SubjectEstimator.Open(
        Path("subject-compact.onnx"), new InferenceSessionFactory(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = threads }), Token);

    private static LinearImage Ball(int width, int height) => Pictures.Image(width, height, (x, y) =>
    {
        float dx = (x - (width / 2f)) / (height / 4f), dy = (y - (height / 2f)) / (height / 4f), square = (dx * dx) + (dy * dy);
        return square < 1
            ? new Vector3(0.8f, 0.25f, 0.05f) * (0.3f + (0.7f * MathF.Sqrt(1 - square)))
            : new Vector3(0.05f, 0.08f, 0.05f) * (0.8f + (0.4f * Pictures.Noise(x / 4, y / 4, 3)));
    });
}
