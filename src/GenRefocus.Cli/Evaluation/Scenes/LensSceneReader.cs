using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GenRefocus.Settings;

namespace GenRefocus.Cli;

/// <summary>Finds rendered scenes with pictures through a thin lens.</summary>
internal static class LensSceneReader
{
    /// <summary>Name of the index of a folder of evaluation sets.</summary>
    public const string Index = "index.jsonl";

    private const int MaxBytes = 4 << 20;
    private const string Disparity = "_disp.png";

    /// <summary>Reads a folder's <see cref="Index"/>: NAME_aif.jpg, NAME_disp.png and NAME_SHOT.jpg.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="most">Scenes at most.</param>
    /// <exception cref="CliException">There is no such index, or it is not understood.</exception>
    public static IReadOnlyList<LensScene> ReadSets(string folder, int most)
    {
        string index = Path.Combine(folder, Index);
        LensScene[] scenes =
        [
            .. Text(index).Split('\n').Where(line => line.Trim().Length > 0)
                .Select(line => Scene(folder, Parse(line, index, SceneJson.Default.EvalSetEntry), index)).Take(most),
        ];
        return scenes.Length > 0 ? scenes : throw new CliException(ExitCode.InputUnreadable, $"{index}: no scene is listed");
    }

    /// <summary>Reads a folder's NAME.json: NAME_rgb.jpg, NAME_disp.png, and the pictures that the file names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="most">Scenes at most.</param>
    /// <exception cref="CliException">There is no such file, or one is not understood.</exception>
    public static IReadOnlyList<LensScene> ReadRenders(string folder, int most)
    {
        if (!Directory.Exists(folder))
            throw new CliException(ExitCode.InputUnreadable, $"{folder}: there is no such folder");
        LensScene[] scenes = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(most).Select(Scene)];
        return scenes.Length > 0 ? scenes : throw new CliException(ExitCode.InputUnreadable, $"{folder}: no scene is here (NAME.json)");
    }

    private static LensScene Scene(string folder, EvalSetEntry entry, string index)
    {
        string stem = Path.Combine(folder, Plain(entry.Name, index));
        return new LensScene(
            entry.Name,
            stem + "_aif.jpg",
            stem + Disparity,
            Opening(entry, index),
            [.. entry.FocusM.Select(shot => Shot(shot.Key, $"{stem}_{Plain(shot.Key, index)}.jpg", entry.KPxM, entry.Zmin, shot.Value, index))]);
    }

    private static LensScene Scene(string path)
    {
        RenderEntry entry = Parse(Text(path), path, SceneJson.Default.RenderEntry);
        string folder = Path.GetDirectoryName(path)!, name = Path.GetFileNameWithoutExtension(path), stem = Path.Combine(folder, name);
        return new LensScene(
            name,
            stem + "_rgb.jpg",
            stem + Disparity,
            new ApertureSettings(),
            [.. entry.Renders.Select(shot => Shot(folder, shot, entry.Zmin, path))]);
    }

    // The radius of what is infinitely far is K in pixels for a dioptre over the distance of the focus.
    private static LensShot Shot(string folder, RenderEntryShot shot, double nearest, string index) => Shot(
        Path.GetFileNameWithoutExtension(shot.File), Path.Combine(folder, Plain(shot.File, index)), shot.InfRadiusPx * shot.FocusM, nearest, shot.FocusM, index);

    private static LensShot Shot(string name, string path, double pixelsForDioptre, double nearest, double focus, string index) =>
        pixelsForDioptre >= 0 && nearest > 0 && focus > 0 && double.IsFinite(pixelsForDioptre / nearest) && double.IsFinite(nearest / focus)
            ? new LensShot(name, path, pixelsForDioptre / nearest, nearest / focus)
            : throw new CliException(ExitCode.InputUnreadable, $"{index}: {Path.GetFileName(path)} has no lens that can be: distances are above 0, radii 0 or more");

    // The scenes' renderer counts from the right counter-clockwise to the middle of a blade, an aperture from above clockwise to a corner.
    private static ApertureSettings Opening(EvalSetEntry entry, string index) => entry.Blades switch
    {
        0 => new ApertureSettings(),
        >= ApertureSettings.MinBlades and <= ApertureSettings.MaxBlades when double.IsFinite(entry.BladeRotation) =>
            new ApertureSettings { Shape = ApertureShape.Polygon, Blades = entry.Blades, Rotation = 90 - (entry.BladeRotation * 180 / Math.PI) - (180.0 / entry.Blades) },
        _ => throw new CliException(
            ExitCode.InputUnreadable,
            $"{index}: {entry.Name} has a lens of {entry.Blades} blades; 0 or {ApertureSettings.MinBlades} to {ApertureSettings.MaxBlades} can be drawn"),
    };

    // A name from a file must not lead out of the folder.
    private static string Plain(string name, string index) => name.Length > 0 && Path.GetFileName(name) == name
        ? name
        : throw new CliException(ExitCode.InputUnreadable, $"{index}: \"{name}\" is no name of a picture");

    private static string Text(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MaxBytes
                ? File.ReadAllText(path)
                : throw new CliException(ExitCode.InputUnreadable, $"{path}: a description of scenes has {MaxBytes >> 20} MB at most");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{path}: the description of the scenes cannot be read: {e.Message}");
        }
    }

    private static T Parse<T>(string json, string path, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new JsonException("the value is null");
        }
        catch (JsonException e)
        {
            throw new CliException(ExitCode.InputUnreadable, $"{path}: the description of a scene is not understood: {e.Message}");
        }
    }
}
