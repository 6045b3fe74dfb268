using CohortBot.Chat.Documents;
using CohortBot.Chat.Local;

namespace CohortBot.Tests.Chat.Local;

public sealed class LocalSightTests
{
    [Fact]
    public async Task A_private_thread_is_seen_by_those_who_were_let_in_and_by_staff()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var own = await local.OpenThreadAsync("own", LocalPlatform.Amina.Person.User);
        var shared = await local.OpenThreadAsync("shared");

        Assert.True(await local.Sight.CanSeeAsync(LocalPlatform.Amina, own, CancellationToken.None));
        Assert.False(await local.Sight.CanSeeAsync(LocalPlatform.Ben, own, CancellationToken.None));
        Assert.True(await local.Sight.CanSeeAsync(LocalPlatform.Frida, own, CancellationToken.None));
        Assert.True(await local.Sight.CanSeeAsync(LocalPlatform.Ben, shared, CancellationToken.None));
        Assert.Equal([shared], (await local.Threads.ListAsync("map", LocalPlatform.Ben, CancellationToken.None)).Select(thread => thread.Place));
        Assert.Equal(2, (await local.Threads.ListAsync("map", LocalPlatform.Frida, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_thread_is_not_seen_through_another_channel()
    {
        await using var local = await LocalPlatform.CreateAsync();
        var thread = await local.OpenThreadAsync("shared");
        Assert.False(await local.Sight.CanSeeAsync(LocalPlatform.Frida, LocalPlatform.Staff with { Thread = thread.Thread }, CancellationToken.None));
    }

    [Fact]
    public async Task A_staff_channel_and_private_messages_are_for_their_own()
    {
        await using var local = await LocalPlatform.CreateAsync();
        Assert.True(await local.Sight.CanSeeAsync(LocalPlatform.Frida, LocalPlatform.Staff, CancellationToken.None));
        Assert.False(await local.Sight.CanSeeAsync(LocalPlatform.Amina, LocalPlatform.Staff, CancellationToken.None));
        Assert.True(await local.Sight.CanSeeAsync(LocalPlatform.Amina, LocalPlatform.Amina.Person.PrivateMessages, CancellationToken.None));
        Assert.False(await local.Sight.CanSeeAsync(LocalPlatform.Frida, LocalPlatform.Amina.Person.PrivateMessages, CancellationToken.None));
    }

    [Fact]
    public async Task What_one_person_alone_is_shown_nobody_else_reads()
    {
        await using var local = await LocalPlatform.CreateAsync();
        await local.Chat.ShowOnlyAsync(LocalPlatform.Amina.Person.User, LocalPlatform.Channel, Document.Plain("For Amina"), CancellationToken.None);
        var id = local.Changes.Single().Message!.Value;

        Assert.Equal(LocalPlatform.Amina.Person, local.Changes.Single().OnlyTo);
        Assert.Equal(["For Amina"], await local.ReadAsync(LocalPlatform.Amina, LocalPlatform.Channel));
        Assert.Empty(await local.ReadAsync(LocalPlatform.Ben, LocalPlatform.Channel));
        Assert.Empty(await local.Messages.ListAfterAsync(LocalPlatform.Channel, LocalPlatform.Ben.Person, new LocalMessageId(0), CancellationToken.None));
        Assert.Null(await local.People.FindAsync(LocalPlatform.Ben, id, CancellationToken.None));
        Assert.False(await local.People.DismissAsync(LocalPlatform.Ben.Person, id, CancellationToken.None));
        Assert.True(await local.People.DismissAsync(LocalPlatform.Amina.Person, id, CancellationToken.None));
        Assert.Empty(await local.ReadAsync(LocalPlatform.Amina, LocalPlatform.Channel));
    }
}
