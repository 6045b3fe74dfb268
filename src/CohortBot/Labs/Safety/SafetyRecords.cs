using CohortBot.Access;
using CohortBot.Chat.Sending;
using CohortBot.Storage;

namespace CohortBot.Labs.Safety;

/// <summary>What is kept about members whose messages were met: that it happened, and notices to facilitators that carry their name. Nothing of it is counted.</summary>
internal sealed class SafetyRecords : IMemberData
{
    /// <inheritdoc/>
    public async Task EraseAsync(Session session, KnownMember member)
    {
        var values = new { member.Workspace, member.Key };
        var subjects = await session.QueryAsync<string>(
            """
            SELECT DISTINCT outbox.subject FROM outbox
            JOIN safety_events AS met ON met.workspace = outbox.workspace
             AND (outbox.subject IN ('safety/crisis/' || met.id, 'safety/abuse/' || met.id, 'safety/answer/' || met.id)
               OR outbox.subject LIKE 'safety/crisis/' || met.id || '/%' OR outbox.subject LIKE 'safety/abuse/' || met.id || '/%')
            WHERE met.workspace = @Workspace AND met.member = @Key AND outbox.subject LIKE 'safety/%'
            """,
            values);
        foreach (var subject in subjects)
            await OutboxErasure.ForgetAsync(session, new OutboxKey(member.Workspace, subject));
        await session.ExecuteAsync("DELETE FROM safety_events WHERE workspace = @Workspace AND member = @Key", values);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member) =>
    [
        new("messages_that_were_met", await session.QueryAsync<dynamic>(
            "SELECT cohort, lab, kind, rules, at, shown_at, told_at FROM safety_events WHERE workspace = @Workspace AND member = @Key ORDER BY id",
            new { member.Workspace, member.Key })),
    ];
}
