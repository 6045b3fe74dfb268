using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>Keeps the threads of the local platform.</summary>
internal sealed class LocalThreads(Database database, TimeProvider time)
{
    private const string Select =
        """
        SELECT thread.thread, thread.channel, thread.name, thread.private_to, thread.under, thread.opened_at,
               COUNT(message.id) AS replies, MAX(message.posted_at) AS last_at
        FROM local_threads AS thread
        LEFT JOIN local_messages AS message
               ON message.channel = thread.channel AND message.thread = thread.thread AND message.only_to IS NULL AND message.deleted_at IS NULL
        """;

    private const string Group = "GROUP BY thread.thread, thread.channel, thread.name, thread.private_to, thread.under, thread.opened_at";

    /// <summary>Opens a thread, or finds the one that was opened under the same key. The id follows from the key.</summary>
    public async Task<Place> OpenAsync(ThreadRequest request, CancellationToken cancellationToken)
    {
        var thread = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Key)))[..12];
        var only = request.Only.Count == 0 ? null : JsonSerializer.Serialize(request.Only.Select(user => user.User));
        var channel = await database.WriteAsync(
            async session =>
            {
                await session.ExecuteAsync(
                    """
                    INSERT INTO local_threads (thread, thread_key, channel, name, private_to, under, opened_at)
                    VALUES (@thread, @Key, @Channel, @Name, @only, @under, @now) ON CONFLICT (thread_key) DO NOTHING
                    """,
                    new { thread, request.Key, request.Channel.Channel, request.Name, only, under = request.Under?.Id, now = time.GetUtcNow() });
                return await session.ScalarAsync<string>("SELECT channel FROM local_threads WHERE thread_key = @Key", new { request.Key });
            },
            cancellationToken);
        return new Place(WorkspaceId.Local, channel, thread);
    }

    /// <summary>A thread, or null.</summary>
    public Task<LocalThread?> FindAsync(string thread, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<LocalThread>($"{Select} WHERE thread.thread = @thread {Group}", new { thread }), cancellationToken);

    /// <summary>A channel's threads that a person is let into, the newest first.</summary>
    public async Task<IReadOnlyList<LocalThread>> ListAsync(string channel, LocalPerson person, CancellationToken cancellationToken)
    {
        var threads = await database.ReadAsync(
            session => session.QueryAsync<LocalThread>($"{Select} WHERE thread.channel = @channel {Group} ORDER BY thread.opened_at DESC", new { channel }),
            cancellationToken);
        return [.. threads.Where(thread => thread.LetsIn(person))];
    }
}
