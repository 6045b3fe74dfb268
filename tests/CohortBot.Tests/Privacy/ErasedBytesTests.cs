using CohortBot.Chat.Local;
using CohortBot.Privacy;
using CohortBot.Tests.Fakes;
using CohortBot.Web.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Privacy;

/// <summary>What an erased member leaves on the disk, read from the files' bytes.</summary>
public sealed class ErasedBytesTests
{
    private const string Trade = "zebrafish husbandry";

    private static readonly string[] Said =
    [
        $"I do {Trade} in a lab with forty tanks.",
        "Every morning I write down which of the tanks had a sick fish, by hand, for an hour.",
        "Nobody reads the lists, and I would like a program to find the pattern.",
        "I am good at seeing what is odd, and I have never written a program.",
    ];

    [Fact]
    public async Task Neither_name_nor_account_nor_words_are_in_any_file()
    {
        await using var cohort = await RunningCohort.StartAsync();
        await cohort.TalkAsync(DemoPeople.Amina, "I bake bread at night.");
        await cohort.TalkAsync(RunningCohort.Xanthippe, Said);
        await cohort.ConfirmAsync(RunningCohort.Xanthippe, "lab share");
        await cohort.RunAsync(DemoPeople.Frida, "cohort enrol person:\"Xanthippe Quuxworth\"");
        Assert.NotEmpty(cohort.FilesWith(Trade));
        Assert.NotEmpty(cohort.FilesWith("Quuxworth"));
        var exchanges = await cohort.CountAsync("exchanges");

        await cohort.ConfirmAsync(RunningCohort.Xanthippe, "my data delete");

        await cohort.Services.GetRequiredService<ErasureAftermath>().RunAsync(CancellationToken.None); // or waits for it in the background
        Assert.Empty(cohort.FilesWith(Trade));
        Assert.Empty(cohort.FilesWith("Quuxworth"));
        Assert.Empty(cohort.FilesWith("xquux"));
        Assert.NotEmpty(cohort.FilesWith("I bake bread at night"));
        Assert.Equal(exchanges, await cohort.CountAsync("exchanges"));
        await cohort.StopAsync();
        Assert.Empty(cohort.FilesWith(Trade));
        Assert.Empty(cohort.FilesWith("Quuxworth"));
    }

    [Fact]
    public async Task Other_people_keep_their_messages_and_ours_lose_the_name()
    {
        await using var cohort = await RunningCohort.StartAsync();
        await cohort.TalkAsync(RunningCohort.Xanthippe, Said[0]);
        var chat = cohort.Services.GetRequiredService<LocalChat>();
        var post = await chat.PostAsync(
            new CohortBot.Chat.OutgoingMessage(RunningCohort.Channel, new CohortBot.Chat.DeliveryId("local/greeting"), CohortBot.Chat.Documents.Document.Plain("Welcome, Xanthippe Quuxworth!")),
            CancellationToken.None);

        await cohort.ConfirmAsync(RunningCohort.Xanthippe, "my data delete");

        var left = await cohort.Services.GetRequiredService<LocalMessages>().FindAsync(LocalMessageId.Read(post.Id), CancellationToken.None);
        Assert.Equal("Welcome, …!", Words.Of(left!.Read()));
    }
}
