using CohortBot.Storage;

namespace CohortBot.Access;

/// <summary>
/// What a feature keeps about members. Each feature whose tables hold names, platform ids or people's words implements it, so that a member can
/// have all of it handed over or erased; a test asks of every table which of these looks after it.
/// </summary>
internal interface IMemberData
{
    /// <summary>
    /// Removes names, platform ids and words, inside the one transaction of an erasure, and ends what is under way. What is counted stays under the
    /// member's opaque key. Twice is once.
    /// </summary>
    Task EraseAsync(Session session, KnownMember member);

    /// <summary>Everything that is kept about the member, table by table.</summary>
    Task<IReadOnlyList<KeptRows>> ListAsync(Session session, KnownMember member);
}

/// <summary>Rows of one kind that are kept about a member; each is a dictionary of columns.</summary>
/// <param name="Name">What they are: <c>messages</c>.</param>
/// <param name="Rows">The rows, as they were read.</param>
internal sealed record KeptRows(string Name, IReadOnlyList<dynamic> Rows);
