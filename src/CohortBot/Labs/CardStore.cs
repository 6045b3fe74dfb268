using System.Text.Json;
using CohortBot.Access;
using CohortBot.Advisors;
using CohortBot.Cohorts;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Storage;

namespace CohortBot.Labs;

/// <summary>Keeps cards, every version; the newest stands.</summary>
internal sealed class CardStore(Database database, TimeProvider time)
{
    private const string Newest =
        """
        SELECT cards.participation, cards.version, cards.card AS json, part.lab FROM participations AS part
        CROSS JOIN card_words AS cards -- SQLite takes them in this order then, and not all cards of the workspace first
        WHERE cards.workspace = part.workspace AND cards.participation = part.id
          AND cards.version = (SELECT MAX(newer.version) FROM card_words AS newer
                               WHERE newer.workspace = cards.workspace AND newer.participation = cards.participation)
          AND part.workspace = @Workspace
        """;

    /// <summary>The card as it stands, or null when there is none yet.</summary>
    public async Task<KeptCard?> FindAsync(LaneKey lane, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<Row>($"{Newest} AND part.id = @Participation", new { lane.Workspace, lane.Participation }),
            cancellationToken);
        return row?.ToCard();
    }

    /// <summary>A version of a card, or null.</summary>
    public async Task<KeptCard?> FindAsync(LaneKey lane, long version, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            session => session.FindAsync<Row>(
                """
                SELECT participation, version, card AS json FROM card_words
                WHERE workspace = @Workspace AND participation = @Participation AND version = @version
                """,
                new { lane.Workspace, lane.Participation, version }),
            cancellationToken);
        return row?.ToCard();
    }

    /// <summary>What the member keeps from the labs that come before this one, in the order of the course.</summary>
    public static Task<IReadOnlyList<Card>> ListEarlierAsync(Session session, LabScene scene) =>
        ListAsync(session, scene.Cohort, scene.Member.Key, scene.Course.Lessons.TakeWhile(lesson => lesson.Id != scene.Lesson.Id));

    /// <summary>The same for a lab that is about to be opened.</summary>
    public Task<IReadOnlyList<Card>> ListEarlierAsync(LabToOpen lab, CancellationToken cancellationToken) =>
        ListAsync(lab.Cohort, lab.Member.Key, lab.Course.Lessons.TakeWhile(lesson => lesson.Id != lab.Lesson.Id), cancellationToken);

    /// <summary>What a member keeps from the labs of lessons, in their order.</summary>
    public Task<IReadOnlyList<Card>> ListAsync(
        Cohort cohort, MemberKey member, IEnumerable<Lesson> lessons, CancellationToken cancellationToken) =>
        database.ReadAsync(session => ListAsync(session, cohort, member, lessons), cancellationToken);

    /// <summary>Keeps a new version, and who made it.</summary>
    /// <exception cref="InvalidOperationException">The member was erased while it was made.</exception>
    public async Task<KeptCard> AddAsync(LaneKey lane, Card card, CardMaker.By by, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(card, CardJson.Default.Card);
        var version = await database.WriteAsync(
            async session =>
            {
                if (await ParticipationStore.IsErasedAsync(session, lane))
                    throw new InvalidOperationException("The member was erased while the card was made.");
                return await session.ScalarAsync<long>(
                    """
                    INSERT INTO card_words (workspace, participation, version, card, made_at, made_by)
                    SELECT @Workspace, @Participation, COALESCE(MAX(version), 0) + 1, @json, @now, @by FROM card_words
                    WHERE workspace = @Workspace AND participation = @Participation
                    RETURNING version
                    """,
                    new { lane.Workspace, lane.Participation, json, now = time.GetUtcNow(), by = by.ToString() });
            },
            cancellationToken);
        return new KeptCard(lane.Participation, version, card);
    }

    private static async Task<IReadOnlyList<Card>> ListAsync(Session session, Cohort cohort, MemberKey member, IEnumerable<Lesson> lessons)
    {
        List<string> labs = [.. lessons.Where(lesson => lesson.Lab is not null).Select(lesson => lesson.Lab!.Id.Value)];
        if (labs.Count == 0)
            return [];
        var rows = await session.QueryAsync<Row>($"{Newest} AND part.cohort = @Id AND part.member = @member", new { cohort.Workspace, cohort.Id, member });
        var byLab = rows.ToDictionary(row => row.Lab!);
        return [.. labs.Where(byLab.ContainsKey).Select(lab => byLab[lab].ToCard().Card)];
    }

    private sealed record Row
    {
        public required ParticipationId Participation { get; init; }

        public required long Version { get; init; }

        public required string Json { get; init; }

        public string? Lab { get; init; }

        public KeptCard ToCard() => new(Participation, Version, JsonSerializer.Deserialize(Json, CardJson.Default.Card)!);
    }
}
