using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Cohorts;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Decides whose part in a lab a message belongs to, if anybody's.</summary>
internal sealed class LabAdmission(MemberDirectory members, ParticipationStore participations)
{
    /// <summary>Who wrote a message.</summary>
    public Task<Member> MeetAsync(Session session, IncomingMessage message) =>
        members.MeetAsync(session, new ChatUser(message.Author, message.AuthorName));

    /// <summary>
    /// The part in the lab, or why there is none. In a shared thread, a member of the cohort who writes takes part from then on.
    /// </summary>
    public async Task<(Participation? Part, WhyNot? Reason)> JudgeAsync(Session session, LabThread thread, MemberKey member)
    {
        if (!thread.IsShared && thread.Owner != member)
            return (null, WhyNot.NotYours);
        if (await EnrolmentStore.FindStateAsync(session, thread.Workspace, thread.Cohort, member) is not { } state)
            return (null, WhyNot.NotEnrolled);
        if (state == CohortState.Closed)
            return (null, WhyNot.CohortClosed);
        return (await participations.StartAsync(session, thread, member), null);
    }
}
