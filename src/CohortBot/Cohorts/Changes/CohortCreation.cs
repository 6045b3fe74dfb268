using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Cohorts.Changes;

/// <summary>Creates cohorts: the row, the calendar, its alarms, the welcome in the channel and the audit, in one transaction.</summary>
internal sealed class CohortCreation(Database database, CohortRows rows, CohortWelcome welcome, AuditLog audit, TimeProvider time)
{
    private const string Action = "cohort create";

    /// <summary>Shows what a new cohort would be; nothing is written.</summary>
    /// <exception cref="CommandException">The channel has a cohort.</exception>
    public Task<CohortDraft> ShowAsync(NewCohort wanted, CancellationToken cancellationToken) =>
        database.ReadAsync(session => DraftAsync(session, wanted), cancellationToken);

    /// <summary>Creates a cohort and sends its welcome.</summary>
    /// <param name="wanted">The cohort.</param>
    /// <param name="by">Who creates it.</param>
    /// <param name="confirmed">The fingerprint of what was shown; null when nobody was asked (a seed).</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandException">The channel has a cohort, or what was shown would not be what is done.</exception>
    public async Task<CohortDraft> CreateAsync(NewCohort wanted, MemberKey by, string? confirmed, CancellationToken cancellationToken)
    {
        var draft = await database.WriteAsync(session => CreateAsync(session, wanted, by, confirmed, cancellationToken), cancellationToken);
        await welcome.SendAsync(draft.After.Cohort, cancellationToken);
        return draft with { IsDone = true };
    }

    private async Task<CohortDraft> CreateAsync(Session session, NewCohort wanted, MemberKey by, string? confirmed, CancellationToken cancellationToken)
    {
        var draft = await DraftAsync(session, wanted);
        if (confirmed is not null && confirmed != draft.Fingerprint)
            throw new CommandException("cohorts.stale");
        var cohort = draft.After.Cohort;
        await CohortRows.AddAsync(session, cohort, draft.After.Now);
        await rows.SaveSlotsAsync(session, draft, cancellationToken);
        await welcome.AddAsync(session, cohort, wanted.Course);
        await audit.WriteAsync(session, cohort.Workspace, cohort.Id, by, new AuditChange(Action, cohort.Name, After: $"{cohort.Course}; {cohort.Plan}; {cohort.Zone}; {cohort.StartsOn:yyyy-MM-dd}"));
        return draft;
    }

    private async Task<CohortDraft> DraftAsync(Session session, NewCohort wanted)
    {
        var workspace = wanted.Channel.Workspace;
        await RefuseTakenChannelAsync(session, wanted.Channel);
        var id = await session.ScalarAsync<long>("SELECT COALESCE(MAX(id), 0) + 1 FROM cohorts WHERE workspace = @workspace", new { workspace });
        var facts = new CohortFacts { Cohort = wanted.Under(new CohortId(id)), Course = wanted.Course, Slots = [], OwnHolidays = [], Now = time.GetUtcNow() };
        return new CohortDraft(facts, facts with { Slots = CohortPlanner.Plan(facts, facts) });
    }

    private static async Task RefuseTakenChannelAsync(Session session, Place channel)
    {
        var taken = await session.FindAsync<Cohort>(
            "SELECT * FROM cohorts WHERE workspace = @Workspace AND (channel = @Channel OR staff_channel = @Channel) AND closed_at IS NULL LIMIT 1",
            new { channel.Workspace, channel.Channel });
        if (taken is not null)
            throw new CommandException("cohorts.channel_taken", ("channel", channel.Channel), ("cohort", taken.Name), ("number", taken.Id));
    }
}
