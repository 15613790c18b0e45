using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace GenRefocus.Cli;

/// <summary>The usual help, followed by the exit codes and the environment.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    private const string More = """
        Pictures:
          JPEG, PNG, TIFF and WebP are read and written, AVIF, HEIC and JPEG XL are read (the last two on
          x64 Windows and Linux); - stands for standard input or output. Numbers have a decimal point.

        Exit codes:
          0    all went well
          1    an error of the program; the log that holds it is named
          2    the command line was not understood, or a setting was refused
          3    an input cannot be read
          4    a model is missing or cannot be used
          5    cancelled by another program or a time limit
          6    the output cannot be written
          7    a batch ended with failures
          8    the Paint.NET plug-in does not fit the Paint.NET (check-host)
          130  interrupted by Ctrl-C; nothing is half-written

          doctor ends with 0 when refocus can work here, else with 2 (a variable is refused), 3 (no picture can be read) or 4 (no network can be run).

        Environment:
          GENREFOCUS_THREADS   threads at most
          GENREFOCUS_PROVIDER  what runs networks: auto, cpu or directml
          GENREFOCUS_CACHE     folder for what can be made again
          GENREFOCUS_LOG       file for errors of the program
          NO_COLOR             when set, no colours

        """;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(More);
        return code;
    }
}
