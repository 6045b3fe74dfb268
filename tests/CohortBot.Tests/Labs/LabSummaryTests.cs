using CohortBot.Chat;

namespace CohortBot.Tests.Labs;

/// <summary>What a member deletes does not live on in what older turns are summed up to.</summary>
public sealed class LabSummaryTests
{
    private const string Secret = "My manager is called Ignatius.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_deleted_or_edited_after_it_was_summed_up_is_summed_up_anew_without_it(bool isDeleted)
    {
        await using var world = await LabWorld.StartAsync(options: options => options.TranscriptTokens = 500);
        var thread = await world.OpenAsync("amina");
        var first = await TalkAsync(world, thread);
        Assert.Equal(1, await world.CountAsync("lab_summary_words"));
        Assert.Contains(world.Advisor.Summarised, talk => talk.Past.Any(past => past.Said.Contains(Secret, StringComparison.Ordinal)));

        if (isDeleted)
            await world.Get<IMessageReceiver>().ReceiveDeletionAsync(first.Message, CancellationToken.None);
        else
            await world.Get<IMessageReceiver>().ReceiveEditAsync(first.Message, "My manager has a name.", CancellationToken.None);
        Assert.Equal(0, await world.CountAsync("lab_summary_words"));
        world.Advisor.Summarised.Clear();
        await world.SayAsync("amina", thread, new string('z', 100));

        var anew = Assert.Single(world.Advisor.Summarised);
        Assert.Null(anew.Summary);
        Assert.DoesNotContain(anew.Past, past => past.Said.Contains("Ignatius", StringComparison.Ordinal)
            || (isDeleted && past.Answered.Contains("Ignatius", StringComparison.Ordinal)));
        Assert.Equal(1, await world.CountAsync("lab_summary_words"));
    }

    [Fact]
    public async Task A_message_that_is_deleted_while_it_is_summed_up_is_not_kept_in_the_summary()
    {
        await using var world = await LabWorld.StartAsync(options: options => options.TranscriptTokens = 500);
        var thread = await world.OpenAsync("amina");
        var first = await world.SayAsync("amina", thread, Secret + new string('x', 700));
        await world.SayAsync("amina", thread, new string('y', 700));
        world.Advisor.WhileSummarising = () => world.Get<IMessageReceiver>().ReceiveDeletionAsync(first.Message, CancellationToken.None);
        await world.SayAsync("amina", thread, new string('z', 700));

        Assert.NotEmpty(world.Advisor.Summarised);
        Assert.Equal(0, await world.CountAsync("lab_summary_words"));
    }

    [Fact]
    public async Task Words_that_are_deleted_after_the_summary_are_not_asked_for_again()
    {
        await using var world = await LabWorld.StartAsync(options: options => options.TranscriptTokens = 500);
        var thread = await world.OpenAsync("amina");
        await TalkAsync(world, thread);
        var last = await world.SayAsync("amina", thread, "Short.");
        await world.Get<IMessageReceiver>().ReceiveDeletionAsync(last.Message, CancellationToken.None);

        Assert.Equal(1, await world.CountAsync("lab_summary_words"));
    }

    private static async Task<IncomingMessage> TalkAsync(LabWorld world, Place thread)
    {
        var first = await world.SayAsync("amina", thread, Secret + new string('x', 400));
        for (var turn = 0; turn < 3; turn++)
            await world.SayAsync("amina", thread, new string('y', 500));
        return first;
    }
}
