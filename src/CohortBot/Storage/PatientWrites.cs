namespace CohortBot.Storage;

/// <summary>Writes what has happened already and must be noted: while the database cannot take it, it is tried again.</summary>
internal sealed class PatientWrites(Database database, TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <summary>Writes in one transaction, or says that it cannot be done now.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public Task<T> OnceAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken) => database.WriteAsync(work, cancellationToken);

    /// <summary>Writes in one transaction; returns when it stands.</summary>
    /// <param name="work">The work, which may be run more than once before it stands.</param>
    /// <param name="giveUp">Ends the trying between two tries, never a write: a program that stops goes on at its next start.</param>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken giveUp)
    {
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                return await database.WriteAsync(work, CancellationToken.None);
            }
            catch (StorageException)
            {
                await Task.Delay(wait, time, giveUp);
            }
        }
    }
}
