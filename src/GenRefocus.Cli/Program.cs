namespace GenRefocus.Cli;

/// <summary>The entry point.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        // Answered here, before any library is loaded: scripts and installers ask for the version and should not wait.
        if (args is ["--version"])
        {
            Console.Out.WriteLine(ProductVersion.Text);
            return (int)ExitCode.Ok;
        }

        return CommandLineRunner.Run(args);
    }
}
