using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Slack;

/// <summary>A message as Slack shows it: Block Kit. Words from members and models stay words.</summary>
public static class SlackRenderer
{
    // https://docs.slack.dev/reference/block-kit/blocks: blocks of a message.
    private const int MostBlocks = 50;

    // Notifications and chat.update take no more: https://docs.slack.dev/reference/methods/chat.update.
    private const int LongestText = 4000;

    // A file's alternative text; Slack names no limit, the same as Discord's is enough.
    private const int LongestAlt = 1000;

    /// <summary>The message.</summary>
    /// <exception cref="ArgumentException">A button's command or address is longer than Slack takes.</exception>
    public static SlackMessage Render(Document document) => new(Fallback(document), SlackBlocks.Write(document), Files(document));

    /// <summary>Whether a message is one on Slack: its words, blocks and small print.</summary>
    public static bool Fits(Document document)
    {
        var blocks = SlackBlocks.Write(document);
        return blocks.Count <= MostBlocks
            && SlackText.Length(blocks) <= PlatformLimits.Slack.MessageLength
            && blocks.Where(SlackText.IsContext).All(block => SlackText.Length(block) <= SlackText.LongestSmallPrint);
    }

    /// <summary>Characters of all texts in the blocks, as UTF-16 units.</summary>
    public static int Length(Document document) => SlackText.Length(SlackBlocks.Write(document));

    private static List<SlackFile> Files(Document document) =>
        [.. document.Blocks.OfType<Figure>().Select(figure => new SlackFile(
            FigureFile.ForChat(figure.Path), figure.Caption ?? Path.GetFileNameWithoutExtension(figure.Path), SafeText.Shorten(SafeText.Clean(figure.Alt), LongestAlt)))];

    private static string Fallback(Document document)
    {
        var words = PlainText.Of(document);
        var most = LongestText;
        var text = SlackText.Escape(words);
        while (text.Length > LongestText)
        {
            most = most * 3 / 4;
            text = SlackText.Escape(SafeText.Shorten(words, most));
        }

        return text;
    }
}
