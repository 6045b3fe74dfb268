namespace CohortBot.Tests.Operations;

/// <summary>Words that must never leave the places where they belong: each is unlike anything else, so that finding it is proof.</summary>
internal sealed class PlantedWords
{
    private readonly string _mark = $"{Guid.NewGuid():N}"[..8];

    /// <summary>What a member says.</summary>
    public string Said => $"xylophon{_mark}said";

    /// <summary>What a member says instead, by an edit.</summary>
    public string Edited => $"xylophon{_mark}edited";

    /// <summary>What a member types where a command is expected.</summary>
    public string Typed => $"xylophon{_mark}typed";

    /// <summary>What a member writes into a card.</summary>
    public string Carded => $"xylophon{_mark}carded";

    /// <summary>A member's name, with what a log, a page or a format could stumble over.</summary>
    public string Name => $"O'{Mark("name")} {{0}} \"; DROP <b>\u202e";

    /// <summary>What stands in a platform's or a model's exception.</summary>
    public string Thrown => $"xylophon{_mark}thrown";

    /// <summary>A token.</summary>
    public string Token => $"xylophon{_mark}token";

    private IEnumerable<string> All => [Said, Edited, Typed, Carded, Mark("name"), Thrown, Token];

    /// <summary>Those that stand in a text.</summary>
    public IReadOnlyList<string> FoundIn(string text) => [.. All.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))];

    private string Mark(string what) => $"xylophon{_mark}{what}";
}
