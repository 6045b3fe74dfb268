using System.Text.Json;
using CohortBot.Chat.Documents;
using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>Takes a person out of the local platform, where their account, their words and what was said about them lie in this database.</summary>
internal static class LocalErasure
{
    private const string Theirs = "author = @person OR only_to = @person OR channel = 'dm:' || @person";

    /// <summary>Erases the account and all that it wrote or was told; other people's words stay, without the name where we wrote it.</summary>
    public static async Task EraseAsync(Session session, PersonId person)
    {
        if (await session.FindAsync<LocalPerson>("SELECT * FROM local_people WHERE person = @person", new { person }) is not { } known)
            return;
        await RemoveThreadsAsync(session, person);
        await RemoveMessagesAsync(session, Theirs, new { person });
        await ForgetNameAsync(session, known.Name);
        await session.ExecuteAsync("DELETE FROM local_reads WHERE person = @person", new { person });
        await session.ExecuteAsync("DELETE FROM local_people WHERE person = @person", new { person });
    }

    /// <summary>What the person wrote and was told, the account, and the threads that are theirs.</summary>
    public static async Task<(IReadOnlyList<dynamic> Account, IReadOnlyList<dynamic> Messages)> ListAsync(Session session, PersonId person) =>
    (
        await session.QueryAsync<dynamic>("SELECT * FROM local_people WHERE person = @person", new { person }),
        await session.QueryAsync<dynamic>(
            $"SELECT channel, thread, author, text, document, posted_at, edited_at FROM local_messages WHERE deleted_at IS NULL AND ({Theirs}) ORDER BY id",
            new { person })
    );

    private static async Task RemoveThreadsAsync(Session session, PersonId person)
    {
        var threads = await session.QueryAsync<PrivateThread>("SELECT thread, private_to FROM local_threads WHERE private_to IS NOT NULL");
        foreach (var thread in threads.Where(thread => thread.People.Contains(person.Value, StringComparer.Ordinal)))
        {
            var others = thread.People.Where(other => other != person.Value).ToList();
            if (others.Count > 0)
            {
                await session.ExecuteAsync(
                    "UPDATE local_threads SET private_to = @json WHERE thread = @Thread", new { thread.Thread, json = JsonSerializer.Serialize(others) });
                continue;
            }

            await RemoveMessagesAsync(session, "thread = @Thread", new { thread.Thread });
            await session.ExecuteAsync("DELETE FROM local_threads WHERE thread = @Thread", new { thread.Thread });
        }
    }

    // What only one person saw is a note that can be had again; what everybody saw keeps its place and loses the name.
    private static async Task ForgetNameAsync(Session session, string name)
    {
        var written = JsonEncodedText.Encode(name).Value;
        var named = await session.QueryAsync<NamingMessage>(
            "SELECT id, only_to, document FROM local_messages WHERE author IS NULL AND REPLACE(document, @written, '') <> document", new { written });
        foreach (var message in named.Where(message => NameInDocument.Is(message.Document, name)))
        {
            if (message.OnlyTo is not null)
                await RemoveMessagesAsync(session, "id = @Id", new { message.Id });
            else
                await session.ExecuteAsync("UPDATE local_messages SET document = @document WHERE id = @Id", new { message.Id, document = NameInDocument.Forget(message.Document, name) });
        }
    }

    private static async Task RemoveMessagesAsync(Session session, string which, object values)
    {
        await session.ExecuteAsync($"DELETE FROM local_files WHERE message IN (SELECT id FROM local_messages WHERE {which})", values);
        await session.ExecuteAsync($"DELETE FROM local_messages WHERE {which}", values);
    }

    private sealed record PrivateThread
    {
        public required string Thread { get; init; }

        public required string PrivateTo { get; init; }

        public string[] People => JsonSerializer.Deserialize<string[]>(PrivateTo)!;
    }

    private sealed record NamingMessage
    {
        public required long Id { get; init; }

        public string? OnlyTo { get; init; }

        public required string Document { get; init; }
    }
}
