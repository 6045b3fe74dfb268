using CohortBot.Chat.Documents;

namespace CohortBot.Chat.Rendering.Discord;

/// <summary>A message as Discord shows it: Markdown, files, buttons. Words from members and models stay words.</summary>
public static class DiscordRenderer
{
    // https://discord.com/developers/docs/resources/message#create-message: files of a message.
    private const int MostFiles = 10;

    // The same page: characters of a file's description.
    private const int LongestDescription = 1024;

    /// <summary>The message.</summary>
    /// <exception cref="ArgumentException">A button's command or address is longer than Discord takes.</exception>
    public static DiscordMessage Render(Document document) => new(
        DiscordContent.Write(document),
        Files(document),
        DiscordButtons.Rows(document.Blocks.OfType<ButtonRow>()));

    /// <summary>Whether a message is one on Discord: its words, files and buttons.</summary>
    public static bool Fits(Document document) =>
        DiscordContent.Write(document, enough: PlatformLimits.Discord.MessageLength).Length <= PlatformLimits.Discord.MessageLength
        && document.Blocks.OfType<Figure>().Count() <= MostFiles
        && DiscordButtons.Fit(document.Blocks.OfType<ButtonRow>());

    /// <summary>
    /// Characters of the content as UTF-16 units. Whether Discord counts those or code points is not documented; there are never more of
    /// the latter, so this holds either way.
    /// </summary>
    public static int Length(Document document) => DiscordContent.Write(document).Length;

    private static List<DiscordFile> Files(Document document)
    {
        List<DiscordFile> files = [];
        foreach (var figure in document.Blocks.OfType<Figure>())
        {
            var path = FigureFile.ForChat(figure.Path);
            var name = Path.GetFileName(path);
            if (files.Exists(file => file.Name == name))
                name = $"{files.Count}-{name}";
            files.Add(new DiscordFile(path, name, SafeText.Shorten(SafeText.Clean(figure.Alt), LongestDescription)));
        }

        return files;
    }
}
