namespace GenRefocus.Cli.Tests;

/// <summary>A file that something is wrong with.</summary>
/// <param name="Name">What, as a file name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="MustFail">Whether it has to be refused; otherwise it may also be read as far as it goes.</param>
internal sealed record BrokenFile(string Name, byte[] Content, bool MustFail);
