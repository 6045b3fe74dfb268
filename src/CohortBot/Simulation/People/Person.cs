using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;

namespace CohortBot.Simulation.People;

/// <summary>Somebody at the keyboard: types, presses, writes, corrects. While the program is stopped, commands get no answer and messages stand on the platform.</summary>
internal sealed class Person(World world, LocalPerson account)
{
    private int _replies;

    /// <summary>The account.</summary>
    public LocalPerson Account => account;

    /// <summary>Types a command. Returns what it answered; null when nothing did.</summary>
    public Task<Reply?> TypeAsync(string line) => TypeAsync(line, world.Place);

    /// <summary>Types a command in a place.</summary>
    public async Task<Reply?> TypeAsync(string line, Place place)
    {
        if (!world.Program.IsRunning)
            return null;
        try
        {
            return await world.Calls.DuringAsync(() => CallAsync(line, place));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            return null; // the program was stopped under the call
        }
    }

    /// <summary>Types a command and presses the button by which what it shows is done. Returns whether there was one and it was answered.</summary>
    public async Task<bool> ConfirmAsync(string line)
    {
        var shown = await TypeAsync(line);
        var confirm = shown?.Document.Blocks.OfType<ButtonRow>().SelectMany(row => row.Buttons).FirstOrDefault(button => button.Action.Contains("confirm", StringComparison.Ordinal));
        return confirm is not null && await TypeAsync(confirm.Action) is not null;
    }

    /// <summary>Writes a message. It arrives on the platform in any case; the program hears of it if it runs, and reads it at its next start if not.</summary>
    public async Task<LocalMessageId?> WriteAsync(Place place, string text)
    {
        if (world.Program.IsRunning)
            return await world.Program.Get<LocalChannel>().WriteAsync(account, place, text, CancellationToken.None);
        var messages = new LocalMessages(world.Database, world.Clock);
        var (id, _) = await messages.AddAsync(new NewLocalMessage(place) { Author = account.Person, Text = text }, CancellationToken.None);
        return id;
    }

    /// <summary>The platform delivers a message a second time, as platforms do.</summary>
    public async Task RedeliverAsync(Place place, LocalMessageId id)
    {
        if (!world.Program.IsRunning || await world.Program.Get<LocalMessages>().FindAsync(id, CancellationToken.None) is not { Text: { } text } message)
            return;
        foreach (var receiver in world.Program.Get<IEnumerable<IMessageReceiver>>())
        {
            await receiver.ReceiveAsync(
                new IncomingMessage
                {
                    Message = new MessageRef(place, id.ToString()),
                    Author = account.Person.User,
                    AuthorName = account.Name,
                    Text = text,
                    SentAt = message.PostedAt,
                },
                CancellationToken.None);
        }
    }

    /// <summary>Changes a message; nothing happens while the program is stopped.</summary>
    public async Task EditAsync(LocalMessageId id, string text)
    {
        if (world.Program.IsRunning)
            await world.Program.Get<LocalChannel>().EditAsync(account.Person, id, text, CancellationToken.None);
    }

    /// <summary>Deletes a message; nothing happens while the program is stopped.</summary>
    public async Task DeleteAsync(LocalMessageId id)
    {
        if (world.Program.IsRunning)
            await world.Program.Get<LocalChannel>().DeleteAsync(account.Person, id, CancellationToken.None);
    }

    private async Task<Reply?> CallAsync(string line, Place place)
    {
        var call = new CommandCall
        {
            User = account.Person.User,
            UserName = account.Name,
            Place = place,
            Line = line,
            Locale = account.Locale,
        };
        var reply = await world.Program.Get<IInteractions>().RunAsync(call, CancellationToken.None);
        if (reply.Form is null)
            await ShowAsync(reply, place);
        return reply;
    }

    private async Task ShowAsync(Reply reply, Place place)
    {
        var chat = world.Program.Get<Chats>().For(WorkspaceId.Local);
        try
        {
            foreach (var part in DocumentSplitter.Split(reply.Document, chat.Fits).Where(part => part.Blocks.Count > 0))
            {
                if (reply.IsPrivate)
                    await chat.ShowOnlyAsync(account.Person.User, place, part, CancellationToken.None);
                else
                    await chat.PostAsync(new OutgoingMessage(place, new DeliveryId($"reply/{account.Person}/{++_replies}"), part), CancellationToken.None);
            }
        }
        catch (ChatException)
        {
            // The platform did not show it: the person sees nothing, as on a bad day.
        }
    }
}
