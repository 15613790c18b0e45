namespace GenRefocus.Cli;

/// <summary>What the process tells the shell.</summary>
internal enum ExitCode
{
    /// <summary>All went well.</summary>
    Ok = 0,

    /// <summary>An error of the program; the log that holds it is named.</summary>
    Internal = 1,

    /// <summary>The command line was not understood, or a setting was refused.</summary>
    Usage = 2,

    /// <summary>An input cannot be read.</summary>
    InputUnreadable = 3,

    /// <summary>A model is missing or cannot be used.</summary>
    ModelMissing = 4,

    /// <summary>Ended by another program or a time limit.</summary>
    Cancelled = 5,

    /// <summary>The output cannot be written.</summary>
    OutputNotWritable = 6,

    /// <summary>The Paint.NET plug-in does not fit the Paint.NET.</summary>
    HostDoesNotFit = 8,

    /// <summary>Ended by Ctrl-C: 128 + SIGINT, as shells expect it.</summary>
    Interrupted = 130,
}
