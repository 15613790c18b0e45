using System.Diagnostics;
using System.Globalization;

namespace GenRefocus.Imaging;

/// <summary>
/// Writes a file under a temporary name in the target's folder (<c>.NAME.PID.tmp</c>) and gives it its name when it is complete and on the disk, so that neither a
/// failure nor a cancellation leaves half a file or harms one that was there before. A process that was killed leaves its temporary file; the next one that writes
/// the same name removes it.
/// </summary>
public static class OutputFile
{
    private const string TemporaryEnding = ".tmp";

    /// <summary>Writes a file; an existing one is replaced.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="write">Writes the content; when it throws, nothing is left behind.</param>
    /// <param name="cancellationToken">Asked before the file gets its name.</param>
    /// <exception cref="PictureException">The place cannot be written to (<see cref="PictureErrorKind.NotWritable"/>).</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void Write(string path, Action<Stream> write, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string full = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(full) ?? full;
        string name = Path.GetFileName(full);
        if (name.Length == 0 || Directory.Exists(full))
            throw new PictureException(PictureErrorKind.NotWritable, $"{path} is a folder; name a file.");
        string temporary = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".{name}.{Environment.ProcessId}{TemporaryEnding}"));
        try
        {
            RemoveStale(folder, name);
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e)
        {
            TryDelete(temporary);
            if (e is DirectoryNotFoundException)
                throw new PictureException(PictureErrorKind.NotWritable, $"{path} cannot be written: the folder {folder} does not exist.", e);
            if (e is UnauthorizedAccessException)
                throw new PictureException(PictureErrorKind.NotWritable, $"{path} cannot be written: you have no right to write there.", e);
            // A file larger than the file system or a quota allows (EFBIG) comes from .NET as a wrong argument.
            if (e is ArgumentOutOfRangeException { ParamName: "value" })
                throw new PictureException(PictureErrorKind.NotWritable, $"{path} cannot be written: the file is larger than is allowed there.", e);
            if (e is IOException)
                throw new PictureException(PictureErrorKind.NotWritable, $"{path} cannot be written: {e.Message}", e);
            throw;
        }
    }

    private static void RemoveStale(string folder, string name)
    {
        if (!Directory.Exists(folder))
            return;
        string start = $".{name}.";
        foreach (string path in Directory.EnumerateFiles(folder, ".*" + TemporaryEnding))
        {
            string file = Path.GetFileName(path);
            if (file.StartsWith(start, StringComparison.Ordinal)
                && int.TryParse(file.AsSpan(start.Length, Math.Max(0, file.Length - start.Length - TemporaryEnding.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && !IsRunning(process)
                && !IsLocked(path))
                TryDelete(path);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var running = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // The number may belong to a process of another machine that shares the folder: it holds the file open.
    private static bool IsLocked(string path)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first error is the one that the user has to hear of.
        }
    }
}
