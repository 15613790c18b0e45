namespace GenRefocus.Rendering;

/// <summary>
/// One source of a tile, or four neighbouring ones of the same slice that share a kernel. The colour is looked up when it is drawn: eight bytes
/// a source keep a tile's lists in cache.
/// </summary>
/// <param name="X">Column relative to the tile.</param>
/// <param name="Y">Row relative to the tile.</param>
/// <param name="Step">Radius in steps of <see cref="Optics.KernelTable.StepsPerPixel"/>; negative when farther than the focus.</param>
/// <param name="Layer">0 = the picture itself, g + 1 = hidden layer g; below 0 = the parts of a matte.</param>
internal readonly record struct SourceRef(short X, short Y, short Step, short Layer)
{
    /// <summary>Layer of what lies behind the subject where pixels are taken apart; the picture itself where they are not.</summary>
    public const short MatteBack = -1;

    /// <summary>Layer of the subject's part of pixels that are taken apart.</summary>
    public const short MatteFront = -2;
}
