using System.Text;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Documents.Markdown;
using CohortBot.Operations;

namespace CohortBot.Labs;

/// <summary>
/// An advisor's words that grow into a message of ours by edits, no oftener than the platform takes them. What is shown on the way may lag behind
/// and may fail; the last edit is made for certain or throws.
/// </summary>
internal sealed class StreamedReply(IChat chat, MessageRef message, TimeProvider time)
{
    private const int LastEditTries = 4;

    // One refusal may be of the words as they stood just then; after the second in a row nobody would see the rest either.
    private const int MostRefusals = 2;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly StringBuilder _text = new();

    // Counted by the time that passes: a clock that is set back must not keep an answer from its member.
    private long _pausedAt = time.GetTimestamp();
    private TimeSpan _pause;

    private int _refusals;
    private string _readText = "";
    private Document _read = Document.Empty;

    /// <summary>How long the last edit was kept back because the platform takes no more edits in a time.</summary>
    public TimeSpan Paused { get; private set; }

    private TimeSpan Left => _pause - time.GetElapsedTime(_pausedAt);

    /// <summary>All the words so far.</summary>
    public string Text => _text.ToString();

    /// <summary>All the words so far as messages can show them; words that were shown as they stand are not read again.</summary>
    public Document Read()
    {
        var text = Text;
        if (text != _readText)
            (_readText, _read) = (text, MarkdownReader.ReadLenient(text));
        return _read;
    }

    /// <summary>Forgets the words: the answer begins anew.</summary>
    public void Restart() => _text.Clear();

    /// <summary>Adds words, and shows them when the platform's interval has passed.</summary>
    /// <exception cref="ChatException">The message is gone, or may not be changed any more: there is no use in going on.</exception>
    public async Task AddAsync(string words, CancellationToken cancellationToken)
    {
        _text.Append(words);
        if (Left > TimeSpan.Zero || string.IsNullOrWhiteSpace(Text))
            return;
        KeepBack(chat.Limits.EditInterval);
        try
        {
            await chat.EditAsync(message, DocumentSplitter.Split(Read(), chat.Fits)[0], cancellationToken);
            _refusals = 0;
        }
        catch (ChatException exception) when (exception.IsTransient || ++_refusals < MostRefusals)
        {
            // The words are shown by a later edit; only the last one has to succeed.
            KeepBack(exception.RetryAfter ?? chat.Limits.EditInterval);
        }
    }

    /// <summary>Makes the message say what it is to say in the end.</summary>
    /// <exception cref="ChatException">The platform refused, or was out of reach for all tries.</exception>
    public async Task FinishAsync(Document document, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var wait = Left;
            if (wait > TimeSpan.Zero)
                await PauseAsync(wait < LongestWait ? wait : LongestWait, cancellationToken);
            try
            {
                await chat.EditAsync(message, document, cancellationToken);
                return;
            }
            catch (ChatException exception) when (exception.IsTransient && tries < LastEditTries)
            {
                KeepBack(exception.RetryAfter ?? TimeSpan.FromSeconds(tries));
            }
        }
    }

    private void KeepBack(TimeSpan pause) => (_pausedAt, _pause) = (time.GetTimestamp(), pause);

    private async Task PauseAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        var start = Meters.Now();
        await Task.Delay(wait, time, cancellationToken);
        Paused += TimeSpan.FromSeconds(Meters.Since(start));
    }
}
