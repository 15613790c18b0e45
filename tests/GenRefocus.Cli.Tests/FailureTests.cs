using GenRefocus.Imaging;
using GenRefocus.Inference;
using GenRefocus.Settings;

namespace GenRefocus.Cli.Tests;

public sealed class FailureTests
{
    [Fact]
    public void Every_kind_of_error_has_its_code()
    {
        Assert.Equal(ExitCode.Usage, Code(new SettingsException("blur.k", "is wrong")));
        Assert.Equal(ExitCode.InputUnreadable, Code(new PictureException(PictureErrorKind.Unreadable, "x")));
        Assert.Equal(ExitCode.InputUnreadable, Code(new PictureException(PictureErrorKind.Unsupported, "x")));
        Assert.Equal(ExitCode.InputUnreadable, Code(new PictureException(PictureErrorKind.TooLarge, "x")));
        Assert.Equal(ExitCode.OutputNotWritable, Code(new PictureException(PictureErrorKind.NotWritable, "x")));
        Assert.Equal(ExitCode.ModelMissing, Code(new ModelMissingException("m.onnx", "x")));
        Assert.Equal(ExitCode.ModelMissing, Code(new ModelInvalidException("m.onnx", "x")));
        Assert.Equal(ExitCode.Internal, Code(new ModelRunException("m.onnx", "x")));
        Assert.Equal(ExitCode.Internal, Code(new InvalidOperationException("x")));
        Assert.Equal(ExitCode.Internal, Code(new InsufficientMemoryException()));
        Assert.Equal(ExitCode.Interrupted, Code(new OperationCanceledException()));
        Assert.Equal(ExitCode.Cancelled, Failure.Of(new TaskCanceledException(), ExitCode.Cancelled).Code);
    }

    [Fact]
    public void What_threads_wrap_is_unwrapped() =>
        Assert.Equal(ExitCode.ModelMissing, Code(new AggregateException(new AggregateException(new ModelMissingException("m.onnx", "x")))));

    [Fact]
    public void A_refused_setting_is_named_as_member_and_as_flag() =>
        Assert.Equal("blur.k (--k): is wrong", Failure.Of(new SettingsException("blur.k", "is wrong"), ExitCode.Interrupted).Message);

    private static ExitCode Code(Exception error) => Failure.Of(error, ExitCode.Interrupted).Code;
}
