using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;

namespace CohortBot.Tests.Chat.Local;

public sealed class LocalChatTests
{
    private static readonly LocalPerson Amina = LocalPlatform.Amina;

    [Fact]
    public async Task A_delivery_that_is_posted_twice_is_one_message()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var first = await local.PostAsync(LocalPlatform.Channel, "lesson/1", "Lesson");
        var again = await local.PostAsync(LocalPlatform.Channel, "lesson/1", "Lesson");

        Assert.Equal(first, again);
        Assert.Equal(["Lesson"], await local.ReadAsync(Amina, LocalPlatform.Channel));
        Assert.Single(local.Changes);
    }

    [Fact]
    public async Task A_delivery_that_was_recalled_is_found_and_not_posted_again()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var message = new OutgoingMessage(LocalPlatform.Channel, new DeliveryId("lesson/1"), Document.Plain("Lesson"));
        Assert.Null(await local.Chat.FindSentAsync(message, DateTimeOffset.MinValue, CancellationToken.None));
        var sent = await local.Chat.PostAsync(message, CancellationToken.None);
        await local.Chat.DeleteAsync(sent, CancellationToken.None);
        await local.Chat.DeleteAsync(sent, CancellationToken.None);

        Assert.Equal(sent, await local.Chat.FindSentAsync(message, DateTimeOffset.MinValue, CancellationToken.None));
        Assert.Equal(sent, await local.Chat.PostAsync(message, CancellationToken.None));
        Assert.Empty(await local.ReadAsync(Amina, LocalPlatform.Channel));
    }

    [Fact]
    public async Task An_edit_changes_what_is_read_and_a_message_that_is_gone_refuses_it()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var message = await local.PostAsync(LocalPlatform.Channel, "turn/1", "Thinking");
        await local.Chat.EditAsync(message, Document.Plain("The answer"), CancellationToken.None);
        Assert.Equal(["The answer"], await local.ReadAsync(Amina, LocalPlatform.Channel));

        await local.Chat.DeleteAsync(message, CancellationToken.None);
        var refused = await Assert.ThrowsAsync<ChatException>(() => local.Chat.EditAsync(message, Document.Plain("Late"), CancellationToken.None));
        Assert.False(refused.IsTransient);
    }

    [Fact]
    public async Task What_a_person_wrote_is_not_ours_to_change()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var id = await local.People.WriteAsync(Amina, LocalPlatform.Channel, "Mine", CancellationToken.None);
        var message = new MessageRef(LocalPlatform.Channel, id.ToString()!);

        await Assert.ThrowsAsync<ChatException>(() => local.Chat.EditAsync(message, Document.Plain("Ours"), CancellationToken.None));
        await Assert.ThrowsAsync<ChatException>(() => local.Chat.DeleteAsync(message, CancellationToken.None));
        Assert.Equal(["Mine"], await local.ReadAsync(Amina, LocalPlatform.Channel));
    }

    [Fact]
    public async Task The_same_key_is_the_same_thread()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var first = await local.OpenThreadAsync("1/fit/amina");
        Assert.Equal(first, await local.OpenThreadAsync("1/fit/amina"));
        Assert.NotEqual(first, await local.OpenThreadAsync("1/fit/ben"));
    }

    [Fact]
    public async Task A_place_that_does_not_exist_refuses_a_message()
    {
        await using var local = await LocalPlatform.CreateAsync();
        await Assert.ThrowsAsync<ChatException>(() => local.PostAsync(new Place(WorkspaceId.Local, "nowhere"), "1", "?"));
        await Assert.ThrowsAsync<ChatException>(() => local.PostAsync(LocalPlatform.Channel with { Thread = "none" }, "2", "?"));
    }

    [Fact]
    public async Task Somebody_who_takes_no_private_messages_is_not_written_to()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var told = await local.Chat.TellAsync(Amina.Person.User, new DeliveryId("dm/1"), Document.Plain("Your card"), CancellationToken.None);
        var closed = await local.Chat.TellAsync(LocalPlatform.Ben.Person.User, new DeliveryId("dm/2"), Document.Plain("Your card"), CancellationToken.None);

        Assert.Equal(Amina.Person.PrivateMessages, told!.Value.Place);
        Assert.Null(closed);
        Assert.Empty(await local.ReadAsync(LocalPlatform.Ben, LocalPlatform.Ben.Person.PrivateMessages));
    }

    [Fact]
    public async Task What_people_wrote_since_an_instant_is_read_back_without_our_own_words()
    {
        await using var local = await LocalPlatform.CreateAsync();
        await local.People.WriteAsync(Amina, LocalPlatform.Channel, "Before", CancellationToken.None);
        var since = local.Clock.GetUtcNow();
        local.Clock.Advance(TimeSpan.FromMinutes(1));
        await local.People.WriteAsync(Amina, LocalPlatform.Channel, "After", CancellationToken.None);
        await local.PostAsync(LocalPlatform.Channel, "1", "From CohortBot");

        var read = Assert.Single(await local.Chat.ReadSinceAsync(LocalPlatform.Channel, since, CancellationToken.None));
        Assert.Equal(("After", "Amina", Amina.Person.User), (read.Text, read.AuthorName, read.Author));
    }

    [Fact]
    public async Task A_person_is_found_with_zone_and_language()
    {
        await using var local = await LocalPlatform.CreateAsync();
        Assert.Equal(
            new ChatUser(Amina.Person.User, "Amina", "Europe/Berlin", "en"), await local.Chat.FindUserAsync(Amina.Person.User, CancellationToken.None));
        Assert.Null(await local.Chat.FindUserAsync(new UserRef(WorkspaceId.Local, "nobody"), CancellationToken.None));
    }
}
