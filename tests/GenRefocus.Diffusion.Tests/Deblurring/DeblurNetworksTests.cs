using GenRefocus.Inference;

namespace GenRefocus.Diffusion.Tests;

public sealed class DeblurNetworksTests
{
    [Fact]
    public void Both_are_opened_from_one_folder_and_a_missing_one_is_named()
    {
        using TestNetworks networks = new(TestNetworks.Half);
        InferenceSessionFactory sessions = new(new InferenceOptions { Provider = ExecutionProvider.Cpu, Threads = 1 });
        Assert.Equal(networks.Folder, DeblurModelLocator.Find(networks.Folder));
        using (DeblurNetworks both = DeblurNetworks.Open(networks.Folder, sessions, TestContext.Current.CancellationToken))
            Assert.Equal([DeblurModelLocator.Blur, DeblurModelLocator.Bridge], both.Models.Select(model => model.Id));

        File.Delete(networks.PathOf(DeblurModelLocator.Bridge));
        Assert.Null(DeblurModelLocator.Find(networks.Folder));
        ModelMissingException missing = DeblurModelLocator.Missing(networks.Folder);
        Assert.Equal(networks.PathOf(DeblurModelLocator.Bridge), missing.Path);
        Assert.Contains("--deblur off", missing.Message, StringComparison.Ordinal);
        Assert.Throws<ModelMissingException>(() => DeblurNetworks.Open(networks.Folder, sessions, TestContext.Current.CancellationToken));
    }
}
