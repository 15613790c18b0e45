using System.Reflection;
using System.Text.Json;
using GenRefocus.HostCheck;
using GenRefocus.PaintDotNet.Tests.Host;
using GenRefocus.Server.Tests.Equality;

namespace GenRefocus.PaintDotNet.Tests.Binding;

public sealed class BindingTests
{
    private const string Effects = "PaintDotNet.Effects.Core";

    [Theory]
    [InlineData("5.100.0.0")]
    [InlineData("5.112.9600.1234")]
    [InlineData("5.200.9739.41506")]
    public void The_shipping_plug_in_fits_and_loads(string version)
    {
        using ContractFolder host = new();
        host.Stamp(Version.Parse(version));
        BindingReport report = PluginBinding.Check(Installation.ShippedPlugin, host.Path);
        Assert.Empty(report.Problems);
        Assert.Equal(version, report.HostVersion);
        Assert.True(report is { Types: > 40, Members: > 60, Overrides: > 8 }, report.ToString());
        Assert.Contains("Blades", Load(host));
    }

    [Fact]
    public void Nothing_but_the_framework_and_the_host_is_named()
    {
        AssemblyName[] names = new PluginContext(Installation.ShippedPlugin).LoadFromAssemblyPath(Installation.ShippedPlugin).GetReferencedAssemblies();
        AssemblyName[] hosts = [.. names.Where(name => name.Name!.StartsWith("PaintDotNet.", StringComparison.Ordinal))];
        Assert.All(names.Except(hosts), name => Assert.Matches(@"^(System\.|Microsoft\.Win32\.)", name.Name!));
        Assert.All(hosts, name => Assert.Equal((new Version(5, 100, 0, 0), 0), (name.Version!, name.GetPublicKeyToken()!.Length)));
        Assert.Equal("b77a5c561934e089", Convert.ToHexStringLower(names.Single(name => name.Name == "System.Windows.Forms").GetPublicKeyToken()!));
        Assert.Equal(9, names.Single(name => name.Name == "System.Runtime").Version!.Major);
    }

    [Fact]
    public void A_removed_method_is_told_and_keeps_the_plug_in_from_working()
    {
        using ContractFolder host = new();
        host.Remove(Effects, "PaintDotNet.Effects.SubmenuNames", "get_Photo");
        AssertProblem(host, "member", "PaintDotNet.Effects.SubmenuNames::get_Photo", 1);
        Assert.Throws<MissingMethodException>(() => Load(host));
    }

    [Fact]
    public void A_changed_signature_is_told()
    {
        using ContractFolder host = new();
        host.ChangeSignature(Effects, "PaintDotNet.Effects.IBitmapEffectOutput", "get_Bounds", "PaintDotNet.Effects.IBitmapEffectOutput", "get_PixelFormat");
        AssertProblem(host, "member", "PaintDotNet.Effects.IBitmapEffectOutput::get_Bounds", 1);
    }

    [Fact]
    public void A_method_of_a_generic_base_that_changed_is_told()
    {
        using ContractFolder host = new();
        host.ChangeSignature("PaintDotNet.PropertySystem", "PaintDotNet.PropertySystem.Property`1", "get_Value", "PaintDotNet.PropertySystem.Property", "get_Name");
        AssertProblem(host, "member", "PaintDotNet.PropertySystem.Property`1::get_Value", 1);
    }

    [Fact]
    public void A_missing_type_and_a_missing_assembly_are_told()
    {
        using ContractFolder host = new();
        host.RemoveType("PaintDotNet.Core", "PaintDotNet.IndirectUI.TabPageControlInfo");
        host.RemoveAssembly("PaintDotNet.Fundamentals");
        BindingReport report = PluginBinding.Check(Installation.ShippedPlugin, host.Path);
        Assert.Contains(report.Problems, problem => problem is { Kind: "type", Name: "PaintDotNet.IndirectUI.TabPageControlInfo" });
        Assert.Contains(report.Problems, problem => problem is { Kind: "assembly", Name: "PaintDotNet.Fundamentals" });
    }

    [Fact]
    public void A_method_that_is_no_longer_public_is_told()
    {
        using ContractFolder host = new();
        host.Hide("PaintDotNet.Core", "PaintDotNet.IndirectUI.PropertyControlInfo", "CreateFor");
        AssertProblem(host, "access", "PaintDotNet.IndirectUI.PropertyControlInfo::CreateFor", 1);
    }

    [Fact]
    public void An_override_of_what_is_sealed_or_gone_is_told()
    {
        using ContractFolder host = new();
        host.Seal(Effects, "PaintDotNet.Effects.BitmapEffect", "OnInitializeRenderInfo");
        host.Remove(Effects, "PaintDotNet.Effects.PropertyBasedBitmapEffect", "OnCustomizeConfigUIWindowProperties");
        BindingReport report = PluginBinding.Check(Installation.ShippedPlugin, host.Path);
        Assert.Contains(report.Problems, problem => problem.Kind == "override" && problem.Message.Contains("OnInitializeRenderInfo", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Kind == "override" && problem.Message.Contains("OnCustomizeConfigUIWindowProperties", StringComparison.Ordinal));
        Assert.ThrowsAny<Exception>(() => Load(host));
    }

    [Fact]
    public void An_abstract_method_and_an_interface_that_ask_for_more_are_told()
    {
        using ContractFolder host = new();
        host.ChangeSignature(Effects, "PaintDotNet.Effects.BitmapEffect", "OnRender", "PaintDotNet.Effects.BitmapEffect", "OnInitializeRenderInfo");
        host.ChangeSignature("PaintDotNet.Core", "PaintDotNet.IPluginSupportInfo", "get_Author", "PaintDotNet.IPluginSupportInfo", "get_WebsiteUri");
        BindingReport report = PluginBinding.Check(Installation.ShippedPlugin, host.Path);
        Assert.Contains(report.Problems, problem => problem is { Kind: "implement", Name: "PaintDotNet.Effects.BitmapEffect::OnRender" });
        Assert.Contains(report.Problems, problem => problem is { Kind: "implement", Name: "PaintDotNet.IPluginSupportInfo::get_Author" });
    }

    [Fact]
    public void An_older_host_is_told_by_its_version()
    {
        using ContractFolder host = new();
        host.Stamp(new Version(5, 13, 8830, 42291));
        BindingReport report = PluginBinding.Check(Installation.ShippedPlugin, host.Path);
        Assert.All(report.Problems, problem => Assert.Equal("version", problem.Kind));
        Assert.Equal(report.Assemblies.Count, report.Problems.Count);
    }

    [Fact]
    public void The_command_tells_people_and_machines()
    {
        using ContractFolder host = new();
        (int code, string text, _) = Run("check-host", host.Path, "--plugin", Installation.ShippedPlugin);
        Assert.Equal((0, true), (code, text.Contains("The plug-in fits", StringComparison.Ordinal)));
        host.Remove("PaintDotNet.Core", "PaintDotNet.IndirectUI.TabContainerControlInfo", "AddTab");
        (code, text, _) = Run("check-host", host.Path, "--plugin", Installation.ShippedPlugin);
        Assert.Equal((8, true), (code, text.Contains("AddTab", StringComparison.Ordinal)));
        (code, text, _) = Run("check-host", host.Path, "--plugin", Installation.ShippedPlugin, "--json");
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Equal(8, code);
        Assert.False(json.RootElement.GetProperty("fits").GetBoolean());
        Assert.Equal("member", json.RootElement.GetProperty("problems")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        using ContractFolder host = new();
        Assert.Equal(3, Run("check-host", host.Path, "--plugin", "nowhere.dll").Code);
        Assert.Equal(3, Run("check-host", Path.GetTempPath(), "--plugin", Installation.ShippedPlugin).Code);
        File.WriteAllText(Path.Combine(host.Path, "PaintDotNet.Broken.dll"), "MZ no assembly");
        (int code, _, string error) = Run("check-host", host.Path, "--plugin", Installation.ShippedPlugin);
        Assert.Equal((3, true), (code, error.Contains("PaintDotNet.Broken.dll", StringComparison.Ordinal)));
        Assert.Equal(3, Run("check-host", host.Path, "--plugin", typeof(JsonDocument).Assembly.Location).Code);
    }

    private static void AssertProblem(ContractFolder host, string kind, string name, int count)
    {
        BindingReport report = PluginBinding.Check(Installation.ShippedPlugin, host.Path);
        Assert.Equal(count, report.Problems.Count(problem => problem.Kind == kind && problem.Name.StartsWith(name, StringComparison.Ordinal)));
    }

    // Names of the properties, by the code that was compiled against the contracts; everything is found by reflection, since these contracts are not ours.
    private static string[] Load(ContractFolder host)
    {
        string folder = Directory.CreateTempSubdirectory("pdn-load-").FullName;
        try
        {
            string plugin = Path.Combine(folder, "GenRefocus.PaintDotNet.dll");
            File.Copy(Installation.ShippedPlugin, plugin);
            Type effect = new PluginContext(plugin, host.Path).LoadFromAssemblyPath(plugin).GetTypes().Single(type => type.Name == "RefocusEffect");
            object instance = Activator.CreateInstance(effect)!;
            object properties = effect.GetMethod("CreatePropertyCollection")!.Invoke(instance, null)!;
            return [.. ((System.Collections.IEnumerable)properties).Cast<object>().Select(property => (string)property.GetType().GetProperty("Name")!.GetValue(property)!)];
        }
        catch (TargetInvocationException failed)
        {
            throw failed.InnerException is TypeInitializationException { InnerException: { } first } ? first : failed.InnerException!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Code, string Text, string Error) Run(params string[] args)
    {
        System.Diagnostics.ProcessStartInfo start = new(CliPixels.Program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text, error.GetAwaiter().GetResult());
    }
}
