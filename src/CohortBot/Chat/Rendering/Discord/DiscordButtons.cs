using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Discord;

/// <summary>Buttons as Discord takes them (https://discord.com/developers/docs/components/reference).</summary>
internal static class DiscordButtons
{
    private const int MostRows = 5;
    private const int MostInRow = 5;
    private const int LongestLabel = 80;
    private const int LongestCustomId = 100;
    private const int LongestUrl = 512;

    /// <summary>The rows; one with more than five buttons becomes several.</summary>
    public static IReadOnlyList<IReadOnlyList<DiscordButton>> Rows(IEnumerable<ButtonRow> rows) =>
        [.. rows.SelectMany(row => row.Buttons.Select(Make).Chunk(MostInRow))];

    /// <summary>Whether there is room for them; a custom id may stand in a message once.</summary>
    public static bool Fit(IEnumerable<ButtonRow> rows)
    {
        var made = Rows(rows);
        var ids = made.SelectMany(row => row).Where(button => button.Url is null).Select(button => button.CustomId).ToList();
        return made.Count <= MostRows && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count;
    }

    private static DiscordButton Make(Button button)
    {
        var label = SafeText.Shorten(SafeText.Clean(button.Label).Replace('\n', ' ').Trim() is { Length: > 0 } text ? text : "…", LongestLabel);
        if (button.Url is null)
        {
            return button.Action.Length is > 0 and <= LongestCustomId
                ? new DiscordButton(label, Style(button.Look), button.Action, Url: null)
                : throw new ArgumentException($"A button's command must have 1 to {LongestCustomId} characters: '{button.Action}'.", nameof(button));
        }

        return SafeLink.Absolute(button.Url) is { Length: <= LongestUrl } url
            ? new DiscordButton(label, DiscordButtonStyle.Link, CustomId: "", url)
            : throw new ArgumentException($"A button's address must be a web address of at most {LongestUrl} characters: '{button.Url}'.", nameof(button));
    }

    private static DiscordButtonStyle Style(ButtonLook look) => look switch
    {
        ButtonLook.Primary => DiscordButtonStyle.Primary,
        ButtonLook.Danger => DiscordButtonStyle.Danger,
        _ => DiscordButtonStyle.Secondary,
    };
}
