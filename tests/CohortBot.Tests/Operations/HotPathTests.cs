using CohortBot.Chat;
using CohortBot.Labs;
using CohortBot.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Operations;

[Collection(FiguresAlone.Name)]
public sealed class HotPathTests
{
    [Fact]
    public async Task A_message_of_a_channel_that_is_not_ours_is_counted_without_an_allocation()
    {
        await using var site = await LocalSite.StartAsync();
        var inbox = site.Services.GetRequiredService<LabInbox>();
        var message = new IncomingMessage
        {
            Message = new MessageRef(new Place(WorkspaceId.Local, "elsewhere"), "1"),
            Author = new UserRef(WorkspaceId.Local, "amina"),
            AuthorName = "Amina",
            Text = "hello",
            SentAt = DateTimeOffset.UnixEpoch,
        };
        var before = await CountAsync(site);
        Assert.True(Receive(inbox, message, 1000) >= 0); // warms up

        Assert.Equal(0, Receive(inbox, message, 1000));
        Assert.Equal(2000, await CountAsync(site) - before);
    }

    private static long Receive(LabInbox inbox, IncomingMessage message, int times)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < times; i++)
            Assert.True(inbox.ReceiveAsync(message, CancellationToken.None).IsCompletedSuccessfully);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<double> CountAsync(LocalSite site) =>
        ScrapedFigures.Read(await site.ReadAsync("/metrics"), isOpenMetrics: false)["cohortbot_messages_elsewhere_total"];
}
