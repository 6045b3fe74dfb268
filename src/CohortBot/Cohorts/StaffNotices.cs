using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>Adds messages to a cohort's facilitators: in their channel, else to each of them privately and in their own language.</summary>
internal sealed class StaffNotices(Outbox outbox, TextCatalogue texts)
{
    /// <summary>Adds a message in the caller's transaction; the same key is the same message, which leaves once.</summary>
    public async Task AddAsync(Session session, Cohort cohort, OutboxKey key, Func<Wording, Document> write)
    {
        if (cohort.StaffChannel is { } channel)
        {
            var message = new OutboxMessage { Key = key, Place = new Place(cohort.Workspace, channel), Document = write(texts.In(cohort.Locale)) };
            await outbox.AddAsync(session, message);
            return;
        }

        foreach (var member in await ListFacilitatorsAsync(session, cohort))
        {
            await outbox.AddAsync(session, new OutboxMessage
            {
                Key = key with { Subject = $"{key.Subject}/{member.Key}" },
                Place = cohort.Place,
                To = member.User,
                Document = write(texts.In(member.Locale ?? cohort.Locale)),
            });
        }
    }

    private static Task<IReadOnlyList<Member>> ListFacilitatorsAsync(Session session, Cohort cohort) =>
        session.QueryAsync<Member>(
            """
            SELECT DISTINCT profile.workspace, profile.member AS Key, profile.platform_user, profile.name, profile.locale, profile.zone
            FROM member_profiles AS profile
            JOIN roles ON roles.workspace = profile.workspace AND roles.member = profile.member
            WHERE profile.workspace = @Workspace AND roles.cohort IN (0, @Id) AND roles.role IN ('Facilitator', 'Owner')
            """,
            new { cohort.Workspace, cohort.Id });
}
