using CohortBot.Storage;

namespace CohortBot.Chat.Local;

/// <summary>Keeps the channels and the people of the local platform.</summary>
internal sealed class LocalStore(Database database)
{
    /// <summary>Adds a channel, or renames one that is there. Twice is once.</summary>
    public Task AddChannelAsync(LocalChannelInfo channel, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO local_channels (channel, name, is_staff) VALUES (@Channel, @Name, @isStaff)
                ON CONFLICT (channel) DO UPDATE SET name = excluded.name, is_staff = excluded.is_staff
                """,
                new { channel.Channel, channel.Name, isStaff = channel.IsStaff ? 1 : 0 }),
            cancellationToken);

    /// <summary>Adds a person, or changes one who is there. Twice is once.</summary>
    public Task AddPersonAsync(LocalPerson person, CancellationToken cancellationToken) =>
        database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO local_people (person, name, locale, zone, takes_private_messages, is_staff)
                VALUES (@Person, @Name, @Locale, @Zone, @takes, @isStaff)
                ON CONFLICT (person) DO UPDATE SET name = excluded.name, locale = excluded.locale, zone = excluded.zone,
                    takes_private_messages = excluded.takes_private_messages, is_staff = excluded.is_staff
                """,
                new { person.Person, person.Name, person.Locale, person.Zone, takes = person.TakesPrivateMessages ? 1 : 0, isStaff = person.IsStaff ? 1 : 0 }),
            cancellationToken);

    /// <summary>All channels, those of the staff last.</summary>
    public Task<IReadOnlyList<LocalChannelInfo>> ListChannelsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.QueryAsync<LocalChannelInfo>("SELECT channel, name, is_staff FROM local_channels ORDER BY is_staff, name"), cancellationToken);

    /// <summary>A channel, or null.</summary>
    public Task<LocalChannelInfo?> FindChannelAsync(string channel, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<LocalChannelInfo>("SELECT channel, name, is_staff FROM local_channels WHERE channel = @channel", new { channel }),
            cancellationToken);

    /// <summary>All people, members first, by name.</summary>
    public Task<IReadOnlyList<LocalPerson>> ListPeopleAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.QueryAsync<LocalPerson>("SELECT * FROM local_people ORDER BY is_staff, name"), cancellationToken);

    /// <summary>A person, or null.</summary>
    public Task<LocalPerson?> FindPersonAsync(PersonId person, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.FindAsync<LocalPerson>("SELECT * FROM local_people WHERE person = @person", new { person }), cancellationToken);
}
