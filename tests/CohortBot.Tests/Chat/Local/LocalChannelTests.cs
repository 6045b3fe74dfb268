using CohortBot.Chat;
using CohortBot.Chat.Local;
using Moq;

namespace CohortBot.Tests.Chat.Local;

public sealed class LocalChannelTests
{
    private readonly Mock<IMessageReceiver> _receiver = new();

    [Fact]
    public async Task What_a_person_writes_is_stored_shown_and_received()
    {
        await using var local = await LocalPlatform.CreateAsync(_receiver.Object);
        var id = await local.People.WriteAsync(LocalPlatform.Amina, LocalPlatform.Channel, "  Hello\nthere ", CancellationToken.None);

        var expected = new MessageRef(LocalPlatform.Channel, id.ToString()!);
        _receiver.Verify(receiver => receiver.ReceiveAsync(
            It.Is<IncomingMessage>(message => message.Message == expected && message.Text == "Hello\nthere" && message.SentAt == local.Clock.GetUtcNow()
                && message.Author == LocalPlatform.Amina.Person.User && message.AuthorName == "Amina"),
            It.IsAny<CancellationToken>()));
        Assert.Equal(["Hello\nthere"], await local.ReadAsync(LocalPlatform.Ben, LocalPlatform.Channel));
        Assert.Equal(new LocalChange(LocalChangeKind.Posted, LocalPlatform.Channel, id), Assert.Single(local.Changes));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public async Task An_empty_message_is_not_written(string text)
    {
        await using var local = await LocalPlatform.CreateAsync(_receiver.Object);
        Assert.Null(await local.People.WriteAsync(LocalPlatform.Amina, LocalPlatform.Channel, text, CancellationToken.None));
        Assert.Null(await local.People.WriteAsync(LocalPlatform.Amina, LocalPlatform.Channel, new string('x', LocalChannel.LongestText + 1), CancellationToken.None));
        Assert.Empty(local.Changes);
        _receiver.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task Nobody_writes_where_they_are_not_let_in()
    {
        await using var local = await LocalPlatform.CreateAsync(_receiver.Object);
        var own = await local.OpenThreadAsync("own", LocalPlatform.Amina.Person.User);
        Assert.Null(await local.People.WriteAsync(LocalPlatform.Ben, own, "Let me in", CancellationToken.None));
        Assert.Null(await local.People.WriteAsync(LocalPlatform.Ben, LocalPlatform.Staff, "Let me in", CancellationToken.None));
        _receiver.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_message_is_changed_and_deleted_by_its_author_alone()
    {
        await using var local = await LocalPlatform.CreateAsync(_receiver.Object);
        var id = (await local.People.WriteAsync(LocalPlatform.Amina, LocalPlatform.Channel, "First", CancellationToken.None))!.Value;
        var message = new MessageRef(LocalPlatform.Channel, id.ToString());

        Assert.False(await local.People.EditAsync(LocalPlatform.Ben.Person, id, "Not Ben's", CancellationToken.None));
        Assert.False(await local.People.DeleteAsync(LocalPlatform.Ben.Person, id, CancellationToken.None));
        Assert.True(await local.People.EditAsync(LocalPlatform.Amina.Person, id, "Second", CancellationToken.None));
        Assert.Equal(["Second"], await local.ReadAsync(LocalPlatform.Ben, LocalPlatform.Channel));
        Assert.True(await local.People.DeleteAsync(LocalPlatform.Amina.Person, id, CancellationToken.None));
        Assert.False(await local.People.DeleteAsync(LocalPlatform.Amina.Person, id, CancellationToken.None));
        Assert.Empty(await local.ReadAsync(LocalPlatform.Ben, LocalPlatform.Channel));
        _receiver.Verify(receiver => receiver.ReceiveEditAsync(message, "Second", It.IsAny<CancellationToken>()), Times.Once);
        _receiver.Verify(receiver => receiver.ReceiveDeletionAsync(message, It.IsAny<CancellationToken>()), Times.Once);
    }
}
