using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Chat.Sending;
using CohortBot.Storage;

namespace CohortBot.Privacy;

/// <summary>What was written to members privately, and their account on the local platform, which is a platform of ours.</summary>
internal sealed class MemberMessages : IMemberData
{
    /// <inheritdoc/>
    public async Task EraseAsync(Session session, KnownMember member)
    {
        if (member.User is not { } user)
            return;
        await OutboxErasure.ForgetAsync(session, user);
        if (user.Workspace == WorkspaceId.Local)
            await LocalErasure.EraseAsync(session, new PersonId(user.User));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member)
    {
        if (member.User is not { } user)
            return [];
        var waiting = new KeptRows("private_messages_on_their_way", await session.QueryAsync<dynamic>(
            "SELECT document, created_at FROM outbox WHERE workspace = @Workspace AND to_user = @User AND state <> 'Sent'", new { user.Workspace, user.User }));
        if (user.Workspace != WorkspaceId.Local)
            return [waiting];
        var (account, messages) = await LocalErasure.ListAsync(session, new PersonId(user.User));
        return [waiting, new("local_account", account), new("local_messages", messages)];
    }
}
