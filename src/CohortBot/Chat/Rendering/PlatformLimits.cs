namespace CohortBot.Chat.Rendering;

/// <summary>What each platform can carry.</summary>
public static class PlatformLimits
{
    /// <summary>
    /// The local channel has no limits of its own: 4,000 characters make a lesson come in messages as long as in other chats. Its page
    /// takes edits as fast as they come; 150 ms look like typing.
    /// </summary>
    public static readonly ChatLimits Local = new() { MessageLength = 4000, EditInterval = TimeSpan.FromMilliseconds(150) };

    /// <summary>
    /// Discord: 2,000 characters of content for bots (https://discord.com/developers/docs/resources/message#create-message); edits share
    /// a bucket of about five in five seconds, which its answers' headers refine.
    /// </summary>
    public static readonly ChatLimits Discord = new() { MessageLength = 2000, EditInterval = TimeSpan.FromMilliseconds(1200) };

    /// <summary>
    /// Slack: 12,000 characters in a message's Markdown blocks together (https://docs.slack.dev/reference/block-kit/blocks/markdown-block);
    /// an edit every three seconds; commands do not work in threads, and a thread is as open as its channel.
    /// </summary>
    public static readonly ChatLimits Slack = new()
    {
        MessageLength = 12000,
        EditInterval = TimeSpan.FromSeconds(3),
        TakesCommandsInThreads = false,
        HasPrivateThreads = false,
    };
}
