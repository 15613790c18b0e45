using System.Diagnostics;
using System.Text.Json;
using GenRefocus.Bridge;
using GenRefocus.Engine;
using GenRefocus.Imaging;
using GenRefocus.Optics;
using GenRefocus.Settings;

namespace GenRefocus.Server;

/// <summary>Analyses and renders, on a thread of its own: loops over pixels wait for each other and must not hold a thread that connections need.</summary>
internal sealed class ImageWorker(ServerState state)
{
    private const string Writing = "write";

    private int Threads => state.Options.Engine.Threads;

    /// <summary>Finds out what does not depend on the lens.</summary>
    public Task<AnalyzeResult> AnalyzeAsync(RunningRequest request, AnalyzeParams analyze, ProgressSender progress)
    {
        RefocusRequest wanted = SettingsReader.Read(analyze.Settings, null, null, state.Options.Limits);
        return WithPictureAsync(request, progress, (picture, pipeline) => Describe(pipeline.Analyze(picture, wanted, progress, request.Token)));
    }

    /// <summary>Renders.</summary>
    /// <returns>The result's bytes, which the caller disposes of, and what was used and found.</returns>
    public Task<(ResultPlane Plane, JsonElement History)> RenderAsync(RunningRequest request, RenderParams render, ProgressSender progress)
    {
        RefocusRequest wanted = SettingsReader.Read(render.Settings, render.View, render.Quality, state.Options.Limits);
        RenderArea area = RenderArea.Of(render, request.Image.Layout);
        wanted = wanted with { Region = area.Rendered };
        return WithPictureAsync(request, progress, (picture, pipeline) =>
        {
            using RefocusResult result = pipeline.Refocus(picture, wanted, progress, request.Token);
            progress.Stage(Writing, 1, "Handing the result over");
            long start = Stopwatch.GetTimestamp();
            using LinearImage? placed = wanted.Settings.Output.View == OutputView.Kernel ? KernelPlacement.Place(result.Picture, picture, area.Rendered, Threads, request.Token) : null;
            LinearImage shown = placed ?? result.Picture;
            if (request.Image.Selection is { } selection)
            {
                SceneAnalysis analysis = pipeline.Analyze(picture, wanted, null, request.Token);

                // Outside the selection stays what was sent, not what stage 1 made of it.
                using LinearImage? sent = analysis.Deblur is { Restored: true } ? picture.ToLinear(Threads, request.Token) : null;
                selection.Apply(shown, sent ?? analysis.Picture, area.Rendered, Threads, request.Token);
            }

            ResultPlane plane = ResultEncoder.Encode(shown, picture, area.Rendered, render.Plane, area.Asked, Threads, request.Token);
            double writing = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 4);
            RefocusReport report = result.Report with { Seconds = new Dictionary<string, double>(result.Report.Seconds) { [Writing] = writing } };
            using JsonDocument history = JsonDocument.Parse(report.ToUtf8Json());
            return (plane, history.RootElement.Clone());
        });
    }

    private static AnalyzeResult Describe(SceneAnalysis analysis)
    {
        FocusPlane focus = analysis.AutomaticFocus;
        double far = analysis.Histogram.Percentile(0), near = analysis.Histogram.Percentile(100);
        List<ModelInfo> models = [.. analysis.Deblur?.Models.Select(model => new ModelInfo(model.Id, model.Sha256)) ?? []];
        if (analysis.Depth.ModelId is { } id)
            models.Add(new ModelInfo(id, analysis.Depth.ModelSha256));
        FocusInfo found = new(focus.Disparity, focus.Method.ToString().ToLowerInvariant()) { X = focus.X, Y = focus.Y };
        return new AnalyzeResult(analysis.Picture.Width, analysis.Picture.Height, found, [far, near], analysis.Depth.Unit.ToString().ToLowerInvariant(), models)
        {
            SoftShare = analysis.Deblur?.SoftShare,
        };
    }

    private async Task<T> WithPictureAsync<T>(RunningRequest request, ProgressSender progress, Func<ClientPicture, RefocusPipeline, T> work)
    {
        progress.Stage("upload", 0, "Receiving the picture");
        TimeSpan silence = TimeSpan.FromSeconds(state.Options.Limits.UploadSilenceSeconds);
        StoredPicture stored = await request.Image.PrepareAsync(state.Store, silence, request.Token).ConfigureAwait(false);
        state.Store.Enter(stored);
        try
        {
            progress.Stage("wait", 0, "Waiting for another request");
            await stored.Turn.WaitAsync(request.Token).ConfigureAwait(false);
            try
            {
                await state.Working.WaitAsync(request.Token).ConfigureAwait(false);
                try
                {
                    return await Task.Factory.StartNew(() => Work(stored, work), request.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
                }
                finally
                {
                    state.Working.Release();
                }
            }
            finally
            {
                stored.Turn.Release();
            }
        }
        finally
        {
            state.Store.Leave(stored);
        }
    }

    private T Work<T>(StoredPicture stored, Func<ClientPicture, RefocusPipeline, T> work)
    {
        RefocusPipeline pipeline = stored.Pipeline ??= new RefocusPipeline(state.Options.Engine, state.Sources);
        return work(stored.Picture, pipeline);
    }
}
