using System.Globalization;
using System.Numerics;
using GenRefocus.Imaging;
using GenRefocus.Optics;

namespace GenRefocus.Cli.Tests;

/// <summary>A small folder of data as the evaluations of pictures want it. Its lens is the program's own renderer.</summary>
internal sealed class EvaluationData : IDisposable
{
    private const int Width = 96, Height = 64;
    private const double Nearest = 2, Far = 10, PixelsForDioptre = 10;

    public string Folder { get; } = Directory.CreateTempSubdirectory("genrefocus-eval").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A scene of a near thing before a far one, with two shots.</summary>
    public void AddScene()
    {
        using LinearImage sharp = Stripes(8);
        using Plane<float> disparity = Disparity();
        Write(sharp, "rgbd/eval/a_aif.jpg");
        DepthWriter.WritePng16(disparity, Path("rgbd/eval/a_disp.png"), threads: 1);
        WriteShot(sharp, disparity, Nearest, "rgbd/eval/a_near.jpg");
        WriteShot(sharp, disparity, Far, "rgbd/eval/a_far.jpg");
        File.WriteAllText(Path("rgbd/eval/index.jsonl"), Text(
            $$$"""{"name": "a", "seed": 9000, "w": 96, "focus_m": {"near": {{{Nearest}}}, "far": {{{Far}}}}, "k_px_m": {{{PixelsForDioptre}}}, "blades": 0, "zmin": {{{Nearest}}}, "look": {"cap": 1}}""") + "\n");
    }

    /// <summary>The same scene as a file of numbers describes it.</summary>
    public void AddRender()
    {
        using LinearImage sharp = Stripes(8);
        using Plane<float> disparity = Disparity();
        Write(sharp, "rgbd/render/s0_rgb.jpg");
        DepthWriter.WritePng16(disparity, Path("rgbd/render/s0_disp.png"), threads: 1);
        WriteShot(sharp, disparity, Nearest, "rgbd/render/s0_dof0.jpg");
        File.WriteAllText(Path("rgbd/render/s0.json"), Text(
            $$$"""{"zmin": {{{Nearest}}}, "renders": [{"file": "s0_dof0.jpg", "inf_radius_px": {{{PixelsForDioptre / Nearest}}}, "focus_m": {{{Nearest}}}, "fstop": 0.2}]}"""));
    }

    public void AddPhoto()
    {
        using LinearImage photo = Stripes(5);
        Write(photo, "photos/kodak/one.jpg");
    }

    public void AddStack()
    {
        using LinearImage fused = Stripes(6), frame = Stripes(7);
        Write(fused, "defocus/stack/aif_fused.jpg");
        Write(frame, "defocus/stack/00.jpg");
    }

    public string Path(string name)
    {
        string path = System.IO.Path.Combine(Folder, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    private void WriteShot(LinearImage sharp, Plane<float> disparity, double focus, string name)
    {
        LensShot shot = new(name, name, PixelsForDioptre / Nearest, Nearest / focus);
        using DefocusMap defocus = LensScene.Defocus(disparity, shot, 1, CancellationToken.None);
        using LinearImage drawn = LensDrawing.Draw(sharp, defocus.SignedRadius, defocus.LargestRadius, Aperture.Disc(), 1, CancellationToken.None);
        Write(drawn, name);
    }

    private void Write(LinearImage picture, string name) => PhotoWriter.Write(picture, null, Path(name), new PhotoWriteOptions());

    private static Plane<float> Disparity()
    {
        Plane<float> disparity = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                disparity[x, y] = x is > 30 and < 60 && y > 16 ? 1 : (float)(Nearest / Far);
        }

        return disparity;
    }

    // Grey, since a JPEG's colours are coarse; the red is bright enough for the test's network to call it soft.
    private static LinearImage Stripes(int wide)
    {
        LinearImage picture = new(Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                picture[x, y] = new Vector4(new Vector3(((x / wide) + (y / wide)) % 2 == 0 ? 0.6f : 0.2f), 1);
        }

        return picture;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
