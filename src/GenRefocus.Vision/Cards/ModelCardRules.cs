namespace GenRefocus.Vision;

/// <summary>What a card's members may be.</summary>
internal static class ModelCardRules
{
    private const int MaxText = 4000;
    private const int MaxId = 64;
    private const int MaxMultiple = 256;
    private const int Channels = 3;

    /// <summary>The first thing that is wrong, as a sentence that names the member; null when all is right.</summary>
    public static string? Complaint(ModelCard card)
    {
        if (card.Version != ModelCard.CurrentVersion)
            return $"version is {card.Version}, but this program reads version {ModelCard.CurrentVersion}.";
        if (card.Id.Length is 0 or > MaxId || !card.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            return $"id must be 1 to {MaxId} lower-case letters, digits, dots and hyphens.";
        if (card.Sha256 is { } hash && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
            return "sha256 must be 64 hexadecimal digits.";
        return Text("name", card.Name) ?? Text("licence", card.Licence) ?? (card.Description is null ? null : Text("description", card.Description))
            ?? Input(card.Input) ?? Output(card.Output) ?? Bridge(card.Bridge);
    }

    private static string? Input(CardInput input)
    {
        if (!Enum.IsDefined(input.Resampling))
            return "input.resampling must be area, bilinear, bilinearAntialias or bicubic.";
        if (!Enum.IsDefined(input.Channels))
            return "input.channels must be rgb or bgr.";
        if (!IsPositive(input.Divisor))
            return "input.divisor must be a positive number.";
        if (input.Mean is { } mean && (mean.Count != Channels || !mean.All(float.IsFinite)))
            return "input.mean must be three numbers.";
        if (input.Std is { } std && (std.Count != Channels || !std.All(IsPositive)))
            return "input.std must be three positive numbers.";
        return Text("input.name", input.Name) ?? Size(input.Size);
    }

    private static string? Output(CardOutput output)
    {
        return Enum.IsDefined(output.Meaning) ? Text("output.name", output.Name) : "output.meaning must be disparity, depth, metric, mask, blurRadius or picture.";
    }

    private static string? Bridge(CardBridge? bridge)
    {
        if (bridge is null)
            return null;
        if (bridge.Noise is not (>= 0 and <= 1))
            return "bridge.noise must be 0 to 1.";
        return Text("bridge.state", bridge.State) ?? Text("bridge.condition", bridge.Condition) ?? Text("bridge.time", bridge.Time);
    }

    private static string? Size(CardSize size)
    {
        if (!Enum.IsDefined(size.Rule))
            return "input.size.rule must be fixed, dpt, shortSide, longSide or own.";
        if (size.MultipleOf is < 1 or > MaxMultiple)
            return $"input.size.multipleOf must be 1 to {MaxMultiple}.";
        bool isFixed = size.Rule == CardSizeRule.Fixed, aims = !isFixed && size.Rule != CardSizeRule.Own;
        return Side("width", size.Width, isFixed) ?? Side("height", size.Height, isFixed) ?? Side("side", size.Side, aims);
    }

    private static string? Side(string name, int? value, bool belongs)
    {
        if (!belongs)
            return value is null ? null : $"input.size.{name} does not belong to this rule.";
        return value is >= 1 and <= CardSize.MaxSide ? null : $"input.size.{name} must be 1 to {CardSize.MaxSide} for this rule.";
    }

    private static string? Text(string name, string text)
    {
        return !string.IsNullOrWhiteSpace(text) && text.Length <= MaxText ? null : $"{name} must be a text of 1 to {MaxText} characters.";
    }

    private static bool IsPositive(float value) => value > 0 && float.IsFinite(value);
}
