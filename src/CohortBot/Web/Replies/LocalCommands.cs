using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;

namespace CohortBot.Web.Replies;

/// <summary>Runs commands, buttons and forms for a person of the local channel and shows what they answer.</summary>
internal sealed class LocalCommands(
    IServiceProvider services, LocalChat chat, LocalMessages messages, LocalEvents events, LocalFiles files)
{
    /// <summary>Runs a line and stores its answer as messages. Returns what a page must do besides: show a form, go somewhere.</summary>
    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var reply = await services.GetRequiredService<IInteractions>().RunAsync(call, cancellationToken);
        if (reply.IsFarewell)
            return reply; // the page shows it; what is kept under the person's name is gone
        if (reply.ReplacesPressed && call.Pressed is { } pressed && await messages.FindAsync(LocalMessageId.Read(pressed.Id), cancellationToken) is not null)
            await chat.EditAsync(pressed, reply.Document, cancellationToken);
        else if (reply.Form is null && (reply.Document.Blocks.Count > 0 || reply.File is not null))
            await ShowAsync(call, reply, cancellationToken);
        return reply;
    }

    /// <summary>What could come next on a line.</summary>
    public Task<IReadOnlyList<Suggestion>> SuggestAsync(CommandCall call, CancellationToken cancellationToken) =>
        services.GetRequiredService<IInteractions>().SuggestAsync(call, cancellationToken);

    private async Task ShowAsync(CommandCall call, Reply reply, CancellationToken cancellationToken)
    {
        PersonId? only = reply.IsPrivate ? new PersonId(call.User.User) : null;
        var parts = DocumentSplitter.Split(reply.Document, chat.Fits);
        for (var part = 0; part < parts.Count; part++)
        {
            var (id, _) = await messages.AddAsync(new NewLocalMessage(call.Place) { OnlyTo = only, Document = parts[part] }, cancellationToken);
            if (part == parts.Count - 1 && reply.File is { } file)
                await files.AddAsync(id, file, cancellationToken);
            events.Tell(new LocalChange(LocalChangeKind.Posted, call.Place, id, only));
        }
    }
}
