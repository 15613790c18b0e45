using System.Diagnostics;
using System.Globalization;

namespace GenRefocus.Cli;

/// <summary>One line of progress on standard error that is written over; silent when standard error is no terminal.</summary>
/// <param name="visible">Whether anything is shown.</param>
internal sealed class ProgressLine(bool visible) : IDisposable
{
    private const int BarWidth = 24;

    // The eye needs no more than ten pictures a second; a terminal over a slow line is spared.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long _lastShown;
    private string _lastStage = "";
    private bool _dirty;

    /// <summary>Shows how far the work has come; may be called from any thread.</summary>
    /// <param name="stage">What is being done.</param>
    /// <param name="fraction">0 to 1 of the stage.</param>
    /// <param name="remaining">Time that is left; <see langword="null"/> when not known.</param>
    public void Show(string stage, double fraction, TimeSpan? remaining)
    {
        if (!visible)
            return;

        lock (_lock)
        {
            bool due = stage != _lastStage || _lastShown == 0 || Stopwatch.GetElapsedTime(_lastShown) >= Interval;
            if (!due)
                return;

            _lastShown = Stopwatch.GetTimestamp();
            _lastStage = stage;
            _dirty = true;
            string line = Compose(stage, fraction, remaining);
            int width = Terminal.Width - 1;
            Console.Error.Write($"\r{(line.Length > width ? line[..Math.Max(0, width)] : line)}\e[K");
        }
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_dirty)
                Console.Error.Write("\r\e[K");
            _dirty = false;
        }
    }

    /// <summary>The text of the line.</summary>
    internal static string Compose(string stage, double fraction, TimeSpan? remaining)
    {
        double share = double.IsFinite(fraction) ? Math.Clamp(fraction, 0, 1) : 0;
        int full = (int)(share * BarWidth);
        string left = remaining is { } time ? string.Create(CultureInfo.InvariantCulture, $"  {Math.Ceiling(time.TotalSeconds):0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', full)}{new string('-', BarWidth - full)}] {share * 100,3:0} %  {stage}{left}");
    }
}
