using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Labs;
using CohortBot.Storage;

namespace CohortBot.Benchmarks.Turns;

/// <summary>Cohorts of thirty members, each of whom has opened a lab of the shipped course.</summary>
internal static class Crowd
{
    /// <summary>The workspace of the stand-in platform.</summary>
    public static readonly WorkspaceId Workspace = new("bench:load");

    private const int MembersEach = 30;

    private static long _next;

    /// <summary>Writes so many members with their cohorts, threads and participations, in one transaction. Called again, it adds others.</summary>
    public static async Task<IReadOnlyList<LabMember>> GatherAsync(Database database, int members)
    {
        List<LabMember> gathered = [];
        var numbers = (members + MembersEach) / MembersEach * MembersEach;
        var first = Interlocked.Add(ref _next, numbers) - numbers;
        await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("INSERT INTO workspaces (workspace, name, created_at) VALUES (@Workspace, 'Load', 0) ON CONFLICT DO NOTHING", new { Workspace });
                for (var number = first; number < first + members; number++)
                {
                    var cohort = 1 + (number / MembersEach);
                    if (number % MembersEach == 0)
                        await AddCohortAsync(session, cohort);
                    gathered.Add(await AddMemberAsync(session, number, cohort));
                }
            },
            CancellationToken.None);
        return gathered;
    }

    private static Task<int> AddCohortAsync(Session session, long id) =>
        session.ExecuteAsync(
            """
            INSERT INTO cohorts (workspace, id, name, course, channel, state, plan, zone, starts_on, replan_from, grace_minutes, gate, thread_mode, locale, created_at)
            VALUES (@Workspace, @id, 'Load ' || @id, 'ai-careers-map', 'c' || @id, 'Running', 'mon 09:00', 'Europe/Berlin', '2026-11-30', '2026-11-30', 60, 'Date', 'Own', 'en', 0)
            """,
            new { Workspace, id });

    private static async Task<LabMember> AddMemberAsync(Session session, long number, long cohort)
    {
        var values = new { Workspace, cohort, key = $"key{number:D8}", user = $"u{number}", name = $"Member {number}", thread = $"t{number}", channel = $"c{cohort}" };
        await session.ExecuteAsync("INSERT INTO members (workspace, member, created_at) VALUES (@Workspace, @key, 0)", values);
        await session.ExecuteAsync("INSERT INTO member_profiles (workspace, member, platform_user, name) VALUES (@Workspace, @key, @user, @name)", values);
        await session.ExecuteAsync("INSERT INTO enrolments (workspace, cohort, member, joined_at) VALUES (@Workspace, @cohort, @key, 0)", values);
        await session.ExecuteAsync(
            """
            INSERT INTO lab_threads (workspace, cohort, lab, owner, channel, thread, opened_at, last_read_at)
            VALUES (@Workspace, @cohort, 'fit-among-layers', @key, @channel, @thread, 0, 0)
            """,
            values);
        var part = await session.ScalarAsync<ParticipationId>(
            """
            INSERT INTO participations (workspace, cohort, lab, member, channel, thread, state, started_at)
            VALUES (@Workspace, @cohort, 'fit-among-layers', @key, @channel, @thread, 'Active', 0) RETURNING id
            """,
            values);
        return new LabMember(new LaneKey(Workspace, part), new Place(Workspace, values.channel, values.thread), new UserRef(Workspace, values.user), values.name);
    }
}

/// <summary>A member in a lab.</summary>
internal sealed record LabMember(LaneKey Lane, Place Place, UserRef User, string Name);
