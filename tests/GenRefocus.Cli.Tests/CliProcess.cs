using System.Diagnostics;
using System.Text;

namespace GenRefocus.Cli.Tests;

/// <summary>Runs the real executable, which the build puts beside the tests.</summary>
internal sealed class CliProcess
{
    /// <summary>No test's command takes longer than some seconds on an idle machine.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    private readonly ProcessStartInfo _start;

    public CliProcess(params string[] args)
    {
        string name = OperatingSystem.IsWindows() ? "genrefocus.exe" : "genrefocus";
        _start = new(Path.Combine(AppContext.BaseDirectory, name), args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string variable in (string[])["GENREFOCUS_THREADS", "GENREFOCUS_PROVIDER", "GENREFOCUS_CACHE", "GENREFOCUS_LOG", "NO_COLOR"])
            _start.Environment.Remove(variable);
    }

    public CliProcess With(string variable, string value)
    {
        _start.Environment[variable] = value;
        return this;
    }

    /// <summary>Starts the process without waiting for it.</summary>
    public Process Start() => Process.Start(_start) ?? throw new InvalidOperationException("The executable did not start.");

    /// <summary>Runs the process to its end.</summary>
    /// <param name="input">What it reads on standard input.</param>
    public CliResult Run(byte[]? input = null)
    {
        using Process process = Start();
        Task<byte[]> output = Task.Run(() => ReadAll(process.StandardOutput.BaseStream));
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null)
                process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process ended without reading everything, which is its right.
        }

        if (!process.WaitForExit(TimeLimit))
        {
            process.Kill();
            throw new TimeoutException($"{string.Join(' ', _start.ArgumentList)} did not end.");
        }

        return new(process.ExitCode, output.Result, error.Result);
    }

    private static byte[] ReadAll(Stream stream)
    {
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
