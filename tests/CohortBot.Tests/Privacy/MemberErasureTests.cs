using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Cohorts;
using CohortBot.Labs;
using CohortBot.Privacy;
using CohortBot.Storage;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using Microsoft.Extensions.DependencyInjection;

namespace CohortBot.Tests.Privacy;

/// <summary>Erasing a member on a platform that keeps its own messages.</summary>
public sealed class MemberErasureTests
{
    private const string Secret = "I repair lighthouses in Brittany";

    private static readonly string[] Counted = ["exchanges", "turns", "lab_messages", "participations", "enrolments", "members"];

    [Fact]
    public async Task Words_and_name_go_and_every_count_stays()
    {
        await using var world = await StartAsync();
        await world.SayAsync("amina", await world.OpenAsync("amina"), Secret);
        await world.SayAsync("ben", await world.OpenAsync("ben"), "I bake.");
        var before = await CountAsync(world);

        await DeleteAsync(world, "amina");

        Assert.Equal(before, await CountAsync(world));
        Assert.Equal(1, await world.CountAsync("member_profiles WHERE platform_user = 'ben'"));
        Assert.Equal(0, await world.CountAsync("member_profiles WHERE platform_user = 'amina'"));
        Assert.Equal(["I bake."], await TextsAsync(world));
        Assert.Equal(1, await world.CountAsync("turn_words"));
        Assert.Equal(1, await world.CountAsync("enrolments WHERE left_at IS NOT NULL"));
        Assert.Equal(1, await world.CountAsync("members WHERE erased_at IS NOT NULL"));
    }

    [Fact]
    public async Task What_we_wrote_about_a_member_is_taken_back_from_the_platform()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        for (var exchange = 0; exchange < 3; exchange++)
            await world.SayAsync("amina", thread, $"{Secret} {exchange}");
        await world.RunAsync("amina", Words.Actions((await world.RunAsync("amina", "lab share lab:fit")).Document)[0]);
        Assert.NotEmpty(world.Fake.In(LabWorld.Channel));

        await DeleteAsync(world, "amina");

        Assert.Empty(world.Fake.In(LabWorld.Channel));
        Assert.Empty(world.Fake.In(thread));
        Assert.Equal(0, await world.CountAsync("withdrawals"));
    }

    [Fact]
    public async Task What_a_platform_cannot_take_back_now_is_tried_again()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, Secret);
        world.Chat.BeforeDelete = () => throw new ChatException("The platform is away.", isTransient: true);

        await DeleteAsync(world, "amina");
        Assert.NotEmpty(world.Fake.In(thread));

        world.Chat.BeforeDelete = () => { };
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await world.Get<ErasureAftermath>().RunAsync(CancellationToken.None);
        Assert.Empty(world.Fake.In(thread));
    }

    [Fact]
    public async Task An_answer_under_way_ends_and_leaves_nothing()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        var asked = world.Advisor.NextHolds();
        await world.WriteAsync("amina", thread, Secret);
        await world.Clock.UntilAsync(asked.Entered.Task);

        await DeleteAsync(world, "amina");
        asked.Release();
        await world.SettleAsync();

        Assert.Equal(0, await world.CountAsync("exchanges"));
        Assert.Equal(0, await world.CountAsync("turn_words"));
        Assert.Equal(0, await world.CountAsync("turns WHERE state <> 'Dropped'"));
        Assert.Empty(world.Fake.In(thread));
    }

    [Fact]
    public async Task What_is_written_in_the_thread_afterwards_is_not_taken()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        await DeleteAsync(world, "amina");

        await world.SayAsync("amina", thread, Secret);
        await world.RestartAsync();

        Assert.Equal(0, await world.CountAsync("lab_messages"));
        Assert.Equal(0, await world.CountAsync("member_profiles WHERE platform_user = 'amina'"));
    }

    [Fact]
    public async Task Whoever_comes_back_begins_anew_and_an_old_button_does_nothing()
    {
        await using var world = await StartAsync();
        var button = Words.Actions((await world.RunAsync("amina", "my data delete")).Document)[0];
        await world.RunAsync("amina", button);

        await world.RunAsync("amina", "my data export");
        var pressedAgain = await world.RunAsync("amina", button);

        Assert.Contains("from before", Words.Of(pressedAgain.Document), StringComparison.Ordinal);
        Assert.Equal(1, await world.CountAsync("member_profiles WHERE platform_user = 'amina'"));
        Assert.Equal(1, await world.CountAsync("enrolments WHERE left_at IS NULL"));
    }

    [Fact]
    public async Task It_is_asked_once_and_says_what_goes_what_stays_and_what_is_elsewhere()
    {
        await using var world = await StartAsync();
        var asked = await world.RunAsync("amina", "my data delete");

        var said = Words.Of(asked.Document);
        Assert.Contains("What goes", said, StringComparison.Ordinal);
        Assert.Contains("What stays", said, StringComparison.Ordinal);
        Assert.Contains("provider", said, StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("members WHERE erased_at IS NOT NULL"));
    }

    [Fact]
    public async Task The_only_owner_must_hand_over_first()
    {
        await using var world = await StartAsync();
        var frank = await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, "frank"), CancellationToken.None);
        await world.Get<RoleStore>().GiveAsync(WorkspaceId.Local, CohortId.Workspace, frank!.Key, Role.Owner, CancellationToken.None);

        Assert.Contains("only owner", Words.Of((await world.RunAsync("frank", "my data delete")).Document), StringComparison.Ordinal);
        Assert.Contains("only owner", Words.Of((await world.RunAsync("frank", $"my data delete confirm:{frank.Key}")).Document), StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("members WHERE erased_at IS NOT NULL"));
    }

    [Fact]
    public async Task The_export_holds_all_that_was_said_in_both_directions()
    {
        await using var world = await StartAsync();
        await world.SayAsync("amina", await world.OpenAsync("amina"), Secret);
        await world.SayAsync("ben", await world.OpenAsync("ben"), "I bake.");

        var file = (await world.RunAsync("amina", "my data export")).File!;

        using var json = System.Text.Json.JsonDocument.Parse(file.Content);
        Assert.Equal("Amina", json.RootElement.GetProperty("profile")[0].GetProperty("name").GetString());
        Assert.Equal(Secret, Assert.Single(json.RootElement.GetProperty("messages").EnumerateArray()).GetProperty("text").GetString());
        Assert.Single(json.RootElement.GetProperty("answers").EnumerateArray());
        Assert.DoesNotContain("I bake", System.Text.Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_journal_cannot_be_written_nothing_is_erased()
    {
        await using var world = await StartAsync();
        Directory.CreateDirectory(world.Get<ErasureJournal>().File);

        var reply = await DeleteAsync(world, "amina");

        Assert.Contains("Nothing was deleted", Words.Of(reply.Document), StringComparison.Ordinal);
        Assert.Equal(0, await world.CountAsync("members WHERE erased_at IS NOT NULL"));
    }

    [Fact]
    public async Task Every_message_about_a_turn_goes_also_one_that_has_not_left()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        await world.SayAsync("amina", thread, Secret);
        var turn = await world.Database.ReadAsync(session => session.ScalarAsync<long>("SELECT MAX(id) FROM turns"), CancellationToken.None);
        OutboxMessage Note(string subject) => new() { Key = new OutboxKey(WorkspaceId.Local, subject), Place = LabWorld.Channel, Document = Document.Plain($"{subject} Amina") };
        await world.Get<Outbox>().SendNowAsync(Note($"turn/{turn}/held/Lab/0/1"), CancellationToken.None);
        await world.Database.WriteAsync(session => world.Get<Outbox>().AddAsync(session, Note($"turn/{turn}/held/MemberDay/5/2")), CancellationToken.None);
        await world.Database.WriteAsync(session => world.Get<Outbox>().AddAsync(session, Note($"turn/{turn}0/more")), CancellationToken.None);

        await DeleteAsync(world, "amina");
        await world.SendDueAsync();

        Assert.Equal([$"turn/{turn}0/more Amina"], world.Fake.In(LabWorld.Channel).Select(message => message.Text));
    }

    [Fact]
    public async Task A_thread_that_another_program_erased_takes_nothing_and_meets_nobody()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        var known = world.Get<LabThreads>().Find(thread)!;
        await DeleteAsync(world, "amina");
        world.Get<LabThreads>().Add(known); // as another program still has it

        await world.SayAsync("amina", thread, Secret);

        Assert.Equal(0, await world.CountAsync("lab_messages"));
        Assert.Equal(0, await world.CountAsync("member_profiles WHERE platform_user = 'amina'"));
        Assert.Null(world.Get<LabThreads>().Find(thread));
    }

    [Fact]
    public async Task No_table_keeps_a_name_an_account_a_word_or_where_the_member_wrote()
    {
        await using var world = await StartAsync();
        var thread = await world.OpenAsync("amina");
        for (var exchange = 0; exchange < 3; exchange++)
            await world.SayAsync("amina", thread, $"{Secret} {exchange}");
        await world.RunAsync("amina", Words.Actions((await world.RunAsync("amina", "lab share lab:fit")).Document)[0]);
        var places = await world.Database.ReadAsync(
            session => session.QueryAsync<string>("SELECT message FROM lab_messages UNION SELECT placeholder FROM turns UNION SELECT thread FROM lab_threads"), CancellationToken.None);
        bool Leads(string value) =>
            value.Contains("amina", StringComparison.OrdinalIgnoreCase) || value.Contains("lighthouses", StringComparison.Ordinal) || places.Contains(value);
        Assert.Superset(
            new HashSet<string>(["member_profiles.name", "member_profiles.platform_user", "lab_message_words.text", "turn_words.reply", "card_words.card", "lab_messages.thread", "turns.placeholder"]),
            await ColumnsAsync(world, Leads));

        await DeleteAsync(world, "amina");

        Assert.Empty(await ColumnsAsync(world, Leads));
    }

    [Fact]
    public async Task A_crash_between_journal_and_commit_is_made_good_at_the_next_start()
    {
        await using var world = await StartAsync();
        await world.SayAsync("amina", await world.OpenAsync("amina"), Secret);
        var amina = await world.Get<MemberDirectory>().FindAsync(new UserRef(WorkspaceId.Local, "amina"), CancellationToken.None);
        await world.Get<ErasureJournal>().AddAsync(new Erasure("local", amina!.Key.Value, world.Clock.GetUtcNow()), CancellationToken.None);

        Assert.Equal(1, await world.Get<ErasureReplay>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await world.Get<ErasureReplay>().RunAsync(CancellationToken.None));
        Assert.Empty(await TextsAsync(world));
    }

    private static Task<LabWorld> StartAsync() => LabWorld.StartAsync(change: services => services.AddSingleton<DatabaseScrub>().AddSingleton<IMemberData, MemberEnrolments>().AddPrivacy()
        .Configure<PrivacyOptions>(options => options.Journal = Path.Combine(Directory.CreateTempSubdirectory("cohortbot-journal-").FullName, "erased")));

    private static async Task<Reply> DeleteAsync(LabWorld world, string user) =>
        await world.RunAsync(user, Words.Actions((await world.RunAsync(user, "my data delete")).Document)[0]);

    private static async Task<Dictionary<string, long>> CountAsync(LabWorld world)
    {
        Dictionary<string, long> counts = [];
        foreach (var table in Counted)
            counts[table] = await world.CountAsync(table);
        return counts;
    }

    // The columns, of all tables that there are, in which a text is so.
    private static Task<HashSet<string>> ColumnsAsync(LabWorld world, Func<string, bool> isSo) => world.Database.ReadAsync(
        async session =>
        {
            HashSet<string> found = [];
            var tables = await session.QueryAsync<string>(
                TestStorage.IsPostgreSql ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()" : "SELECT name FROM sqlite_master WHERE type = 'table'");
            foreach (var table in tables)
            {
                foreach (IDictionary<string, object?> row in await session.QueryAsync<dynamic>($"SELECT * FROM {table}"))
                    found.UnionWith(row.Where(column => column.Value is string text && isSo(text)).Select(column => $"{table}.{column.Key}"));
            }

            return found;
        },
        CancellationToken.None);

    private static Task<IReadOnlyList<string>> TextsAsync(LabWorld world) =>
        world.Database.ReadAsync(session => session.QueryAsync<string>("SELECT text FROM lab_message_words"), CancellationToken.None);
}
