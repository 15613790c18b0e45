namespace GenRefocus.Vision;

/// <summary>
/// What a diffusion bridge's network takes beside the picture: the state, of the picture's shape; one plane that it is told; the time, one number from 1 (the
/// given picture) to 0 (the wanted one).
/// </summary>
/// <param name="State">The state's input in the graph.</param>
/// <param name="Condition">The plane's input in the graph.</param>
/// <param name="Time">The time's input in the graph.</param>
/// <param name="Noise">Scale of the noise between the two ends, 0 … 1; halfway its deviation is half of this.</param>
public sealed record CardBridge(string State, string Condition, string Time, float Noise);
