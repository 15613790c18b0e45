using System.CommandLine;
using System.Globalization;

namespace GenRefocus.Cli;

/// <summary>Flags of the evaluations of pictures.</summary>
internal sealed class EvalScopeOptions
{
    /// <summary>The flag that names sets.</summary>
    public const string SetsFlag = "--sets";

    private readonly int _mostSteps;
    private readonly Option<string> _sets;
    private readonly Option<string> _most = new("--most") { HelpName = "number", Description = "Scenes, photos or stacks of each set at most; all when not given." };
    private readonly Option<string> _models = new("--models") { HelpName = "path", Description = "The folder of the networks; the installed ones when not given." };
    private readonly Option<string> _steps;
    private readonly Option<string> _seed = new("--seed") { HelpName = "number", Description = "Seed of the noise between steps [default 0]." };

    /// <summary>Makes the flags.</summary>
    /// <param name="sets">All sets.</param>
    /// <param name="mostSteps">Diffusion steps at most.</param>
    public EvalScopeOptions(IReadOnlyList<string> sets, int mostSteps)
    {
        _mostSteps = mostSteps;
        _steps = new("--steps") { HelpName = "number", Description = $"Diffusion steps [1 to {mostSteps}; default 1]." };
        _sets = new(SetsFlag) { HelpName = "names", Description = $"The sets to measure, with commas between: {string.Join(", ", sets)}. All when not given." };
    }

    /// <summary>Adds the flags to a verb.</summary>
    /// <param name="command">The verb.</param>
    public void AddTo(Command command)
    {
        command.Add(_sets);
        command.Add(_most);
        command.Add(_models);
        command.Add(_steps);
        command.Add(_seed);
    }

    /// <summary>Reads the flags.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <exception cref="CliException">A flag is not allowed.</exception>
    public EvalScope Read(ParseResult parsed) => new(
        parsed.GetValue(_sets)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        Number(parsed, _most, 1, int.MaxValue) ?? int.MaxValue,
        parsed.GetValue(_models),
        Number(parsed, _steps, 1, _mostSteps) ?? 1,
        Number(parsed, _seed, 0, int.MaxValue) ?? 0);

    private static int? Number(ParseResult parsed, Option<string> option, int least, int most)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return WholeNumber.TryParse(text, least, most, out int number)
            ? number
            : throw new CliException(ExitCode.Usage, string.Create(CultureInfo.InvariantCulture, $"{option.Name}: \"{text}\" is not allowed; a whole number from {least} to {most} is"));
    }
}
