namespace GenRefocus.Imaging;

/// <summary>Progress that nobody looks at: libvips asks for cancellation only where progress is reported.</summary>
internal sealed class NoProgress : IProgress<int>
{
    public void Report(int value)
    {
    }
}
