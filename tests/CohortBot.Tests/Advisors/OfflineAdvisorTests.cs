using CohortBot.Advisors;
using CohortBot.Advisors.Offline;
using CohortBot.Advisors.Passages;
using CohortBot.Courses;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Moq;

namespace CohortBot.Tests.Advisors;

public sealed class OfflineAdvisorTests
{
    [Fact]
    public async Task An_answer_arrives_word_by_word_at_the_pace_of_the_settings()
    {
        var clock = new ManualClock();
        await using var words = Client(20, clock).GetStreamingResponseAsync([], Asked()).GetAsyncEnumerator();
        Assert.True(await words.MoveNextAsync());
        Assert.Equal("No ", words.Current.Text);
        var second = words.MoveNextAsync();
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(20));
        Assert.True(await second);
        Assert.Equal("AI ", words.Current.Text);
    }

    [Fact]
    public async Task The_pieces_are_the_whole_answer()
    {
        var client = Client(0, TimeProvider.System);
        var text = "";
        await foreach (var update in client.GetStreamingResponseAsync([], Asked()))
            text += update.Text;
        Assert.Equal((await client.GetResponseAsync([], Asked())).Text, text);
    }

    [Fact]
    public async Task Without_a_conversation_it_does_not_pretend_to_be_a_model() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client(0, TimeProvider.System).GetResponseAsync([new ChatMessage(ChatRole.User, "hi")]));

    private static ChatOptions Asked()
    {
        var options = new ChatOptions();
        options.SetConversation(Conversation.In("fit-among-layers").Now("I am a nurse in intensive care."));
        return options;
    }

    private static OfflineAdvisor Client(int pause, TimeProvider time) => new(
        new OfflineAnswers(new TextCatalogue(), new PassageSearch(Mock.Of<ICourseLibrary>(mock => mock.Shelf == Shelf.Shipped))),
        Options.Create(new AdvisorOptions { OfflinePieceMilliseconds = pause }), time);
}
