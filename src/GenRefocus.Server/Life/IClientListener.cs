namespace GenRefocus.Server;

/// <summary>Waits for clients.</summary>
internal interface IClientListener : IDisposable
{
    /// <summary>The next client of this user; others are hung up on.</summary>
    Task<IncomingClient> AcceptAsync(CancellationToken cancellationToken);
}
