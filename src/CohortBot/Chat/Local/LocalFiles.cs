using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>Keeps the files that were handed over with messages of the local platform.</summary>
internal sealed class LocalFiles(Database database)
{
    /// <summary>Hangs a file on a message.</summary>
    public Task AddAsync(LocalMessageId message, ReplyFile file, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO local_files (message, name, content_type, content) VALUES (@message, @Name, @ContentType, @Content)",
                new { message, file.Name, file.ContentType, file.Content }),
            cancellationToken);

    /// <summary>The files of messages between two.</summary>
    public Task<IReadOnlyList<LocalFile>> ListAsync(LocalMessageId first, LocalMessageId last, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LocalFile>(
                "SELECT id, message, name FROM local_files WHERE message BETWEEN @first AND @last ORDER BY id", new { first, last }),
            cancellationToken);

    /// <summary>A file with its message, or null.</summary>
    public Task<LocalFileContent?> FindAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<LocalFileContent>("SELECT message, name, content_type, content FROM local_files WHERE id = @id", new { id }),
            cancellationToken);
}

/// <summary>A file and the message that it hangs on.</summary>
internal sealed record LocalFileContent
{
    /// <summary>The message; who sees it sees the file.</summary>
    public required LocalMessageId Message { get; init; }

    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its media type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its bytes.</summary>
    public required byte[] Content { get; init; }
}
