namespace GenRefocus.Imaging;

/// <summary>Reads whole files and streams with a limit on their size.</summary>
internal static class FileBytes
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="PictureException">It is missing, may not be read, or is too large.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PictureException(PictureErrorKind.Unreadable, $"{path} does not exist.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            string reason = Directory.Exists(path) ? "is a folder; name a picture." : "may not be read by you.";
            throw new PictureException(PictureErrorKind.Unreadable, $"{path} {reason}", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new PictureException(PictureErrorKind.Unreadable, $"{path} could not be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a stream to its end, or only its first <see cref="FormatSniffer.HeadBytes"/> where these are of no format that is read.</summary>
    /// <param name="stream">The stream, at the start of the file.</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="PictureException">It is too large.</exception>
    public static byte[] Read(Stream stream, string name)
    {
        var head = new byte[FormatSniffer.HeadBytes];
        head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        // A film, a disk image or an endless device is refused by its first bytes, before memory is spent on it.
        if (head.Length < FormatSniffer.HeadBytes || FormatSniffer.Detect(head) is null)
            return head;
        if (stream.CanSeek)
        {
            long rest = stream.Length - stream.Position;
            ThrowIfTooLarge(head.Length + rest, name);
            var bytes = new byte[head.Length + Math.Max(0, rest)];
            head.CopyTo(bytes, 0);
            int read = stream.ReadAtLeast(bytes.AsSpan(head.Length), bytes.Length - head.Length, throwOnEndOfStream: false);
            return head.Length + read == bytes.Length ? bytes : bytes[..(head.Length + read)];
        }

        using var buffer = new MemoryStream();
        buffer.Write(head);
        var chunk = new byte[1 << 16];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            ThrowIfTooLarge(buffer.Length + read, name);
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static void ThrowIfTooLarge(long length, string name)
    {
        if (length > PhotoReadOptions.MaxFileBytes)
            throw new PictureException(PictureErrorKind.TooLarge, $"{name} is larger than 2 GB.");
    }
}
