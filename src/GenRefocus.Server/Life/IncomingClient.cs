namespace GenRefocus.Server;

/// <summary>A client that has connected.</summary>
/// <param name="Stream">Its connection.</param>
/// <param name="Pid">Its process, as the system knows it; 0 where it does not.</param>
internal sealed record IncomingClient(Stream Stream, int Pid);
