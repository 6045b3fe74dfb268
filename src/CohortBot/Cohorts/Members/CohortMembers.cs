using CohortBot.Access;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Cohorts.Members;

/// <summary>Lets people in and out of cohorts, with audit. Leaving and returning keeps what was done.</summary>
internal sealed class CohortMembers(Database database, EnrolmentStore enrolments, AuditLog audit)
{
    /// <summary>Enrols a member. Twice is once.</summary>
    /// <param name="member">Who takes part from now on.</param>
    /// <param name="cohort">The cohort's number.</param>
    /// <param name="by">Who did it, and the command's path.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CommandException">The cohort is closed.</exception>
    public Task<Joining> JoinAsync(Member member, CohortId cohort, (MemberKey Key, string Action) by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await RefuseClosedAsync(session, member, cohort);
                var wasThere = await session.ScalarAsync<long>(
                    "SELECT COUNT(*) FROM enrolments WHERE workspace = @Workspace AND cohort = @cohort AND member = @Key", new { member.Workspace, cohort, member.Key }) > 0;
                if (!await enrolments.JoinAsync(session, member.Workspace, cohort, member.Key))
                    return Joining.Already;
                await audit.WriteAsync(session, member.Workspace, cohort, by.Key, new AuditChange(by.Action, member.Key.Value, After: "in"));
                return wasThere ? Joining.Returned : Joining.Joined;
            },
            cancellationToken);

    /// <summary>Notes that a member left. Returns whether the member took part.</summary>
    /// <exception cref="CommandException">The cohort is closed.</exception>
    public Task<bool> LeaveAsync(Member member, CohortId cohort, (MemberKey Key, string Action) by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                await RefuseClosedAsync(session, member, cohort);
                if (!await enrolments.LeaveAsync(session, member.Workspace, cohort, member.Key))
                    return false;
                await audit.WriteAsync(session, member.Workspace, cohort, by.Key, new AuditChange(by.Action, member.Key.Value, "in", "out"));
                return true;
            },
            cancellationToken);

    private static async Task RefuseClosedAsync(Session session, Member member, CohortId cohort)
    {
        var found = await CohortStore.FindAsync(session, member.Workspace, cohort) ?? throw new CommandException("cohorts.unknown", ("cohort", cohort));
        found.RefuseClosed();
    }
}

/// <summary>What came of joining.</summary>
internal enum Joining
{
    /// <summary>The member is new.</summary>
    Joined,

    /// <summary>The member had left, and is back.</summary>
    Returned,

    /// <summary>The member took part already.</summary>
    Already,
}
