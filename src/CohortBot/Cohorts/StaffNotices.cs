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
    /// <summary>
    /// Adds a message in the caller's transaction; the same key is the same message, which leaves once. Returns whether there is anybody to get it.
    /// </summary>
    /// <param name="session">The transaction.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="key">What makes the message one.</param>
    /// <param name="write">Writes it in a language.</param>
    /// <param name="except">The member whom it is about, and who does not get it privately.</param>
    public async Task<bool> AddAsync(Session session, Cohort cohort, OutboxKey key, Func<Wording, Document> write, MemberKey? except = null)
    {
        if (cohort.StaffChannel is { } channel)
        {
            var message = new OutboxMessage { Key = key, Place = new Place(cohort.Workspace, channel), Document = write(texts.In(cohort.Locale)) };
            await outbox.AddAsync(session, message);
            return true;
        }

        var members = (await ListFacilitatorsAsync(session, cohort)).Where(member => member.Key != except).ToList();
        foreach (var member in members)
        {
            await outbox.AddAsync(session, new OutboxMessage
            {
                Key = key with { Subject = $"{key.Subject}/{member.Key}" },
                Place = cohort.Place,
                To = member.User,
                Document = write(texts.In(member.Locale ?? cohort.Locale)),
            });
        }

        return members.Count > 0;
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
