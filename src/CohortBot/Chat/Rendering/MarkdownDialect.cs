using System.Text.RegularExpressions;

namespace CohortBot.Chat.Rendering;

/// <summary>What two readers of Markdown do differently.</summary>
/// <param name="UsesEntities"><c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> are written as entities, as Slack asks; else with a backslash.</param>
/// <param name="Mention">What would call somebody where no escape is read (code, plain text).</param>
internal sealed partial record MarkdownDialect(bool UsesEntities, Regex Mention)
{
    /// <summary>Discord's messages (https://support.discord.com/hc/en-us/articles/210298617).</summary>
    public static readonly MarkdownDialect Discord = new(UsesEntities: false, DiscordMention());

    /// <summary>Slack's Markdown blocks (https://docs.slack.dev/reference/block-kit/blocks/markdown-block).</summary>
    public static readonly MarkdownDialect Slack = new(UsesEntities: true, SlackMention());

    /// <summary>How a line ends inside a paragraph.</summary>
    public string LineBreak => UsesEntities ? "  \n" : "\n";

    /// <summary>Keeps mentions from being read where a backslash would be shown; the words look the same.</summary>
    public string WithoutMentions(string text) => Mention.Replace(text, match => $"{match.Value}{MarkdownEscape.Gap}");

    [GeneratedRegex(@"@(?=everyone|here)|<(?=[@#])", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DiscordMention();

    [GeneratedRegex(@"@(?=everyone|here|channel)|<(?=[!@#])", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SlackMention();
}
