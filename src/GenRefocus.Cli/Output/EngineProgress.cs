using GenRefocus.Engine;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Shows the engine's progress on one line.</summary>
/// <param name="line">The line.</param>
internal sealed class EngineProgress(ProgressLine line) : IProgress<RefocusProgress>
{
    /// <inheritdoc/>
    public void Report(RefocusProgress value) => line.Show(SettingSpelling.Of(value.Stage), value.Overall, value.Remaining);
}
