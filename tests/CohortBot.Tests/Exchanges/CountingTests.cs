using CohortBot.Access;
using CohortBot.Advisors;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;

namespace CohortBot.Tests.Exchanges;

public sealed class CountingTests
{
    [Fact]
    public async Task Why_lists_every_message_with_the_reason_in_words()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.WriteAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("amina", thread, "I work nights.");
        await world.SayAsync("amina", thread, "👍");
        world.Advisor.NextFails(AdvisorFailure.Refused);
        await world.SayAsync("amina", thread, "Tell me a secret.");

        var lines = Words.Of((await world.RunAsync("amina", "lab why", thread)).Document).Split('\n');

        Assert.Contains(lines, line => line.Contains("1 of 3", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("I am a nurse. · counted, exchange 1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("I work nights. · counted, exchange 1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("👍 · not counted: emoji", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Tell me a secret. · not counted: no answer came", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.Contains(" · ", StringComparison.Ordinal)), line => Assert.Contains("Tue 1 Dec, 09:0", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Why_tells_a_guest_whose_thread_it_is_and_shows_nothing_of_the_owner()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.SayAsync("ben", thread, "Hello Amina.");

        var text = Words.Of((await world.RunAsync("ben", "lab why", thread)).Document);

        Assert.Contains("Hello Amina. · not counted: this is another member's thread", text, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_shows_the_numbers_of_the_ledger_to_facilitators_only()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        foreach (var words in (string[])["I am a nurse.", "I work nights.", "I read.", "I cook."])
            await world.SayAsync("amina", thread, words);
        await world.SayAsync("ben", await world.OpenAsync("ben"), "I am a cook.");

        var status = Words.Of((await world.RunAsync("frank", "cohort status")).Document);
        var refused = Words.Of((await world.RunAsync("amina", "cohort status")).Document);

        Assert.Contains("2 members, 1 of 4 labs complete", status, StringComparison.Ordinal);
        Assert.Contains("done (4)", status, StringComparison.Ordinal);
        Assert.Contains("1 of 3", status, StringComparison.Ordinal);
        Assert.DoesNotContain("Zoe", status, StringComparison.Ordinal);
        Assert.Contains("observer", refused, StringComparison.Ordinal);
        var amina = await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, "amina"), CancellationToken.None);
        var progress = world.Get<LabProgress>();
        Assert.True(await progress.IsCompleteAsync(WorkspaceId.Local, new CohortId(1), new LabId("fit"), amina!.Key, CancellationToken.None));
        Assert.False(await progress.IsCompleteAsync(WorkspaceId.Local, new CohortId(1), new LabId("pillars"), amina.Key, CancellationToken.None));
    }
}
