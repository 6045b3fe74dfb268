using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>Sums up what a cohort's labs have taken since they began.</summary>
internal sealed class LabCosts(IOptions<BudgetOptions> options)
{
    /// <summary>The labs that a model has worked in.</summary>
    public Task<IReadOnlyList<LabCost>> ListAsync(Session session, WorkspaceId workspace, CohortId cohort) =>
        session.QueryAsync<LabCost>(
            """
            SELECT call.lab,
                   CAST(COALESCE(SUM(CASE WHEN call.currency = @currency THEN call.cost END), 0) AS BIGINT) AS cost,
                   CAST(COALESCE(SUM(CASE WHEN call.currency = @currency AND part.completed_at IS NOT NULL THEN call.cost END), 0) AS BIGINT) AS finished_cost,
                   CAST(SUM(call.input_tokens + call.output_tokens) AS BIGINT) AS tokens,
                   COUNT(DISTINCT CASE WHEN part.completed_at IS NOT NULL THEN part.id END) AS finished,
                   (SELECT COUNT(*) FROM exchanges
                    WHERE exchanges.workspace = @workspace AND exchanges.cohort = @cohort AND exchanges.lab = call.lab AND exchanges.model <> 'offline') AS exchanges
            FROM model_calls AS call
            JOIN participations AS part ON part.workspace = call.workspace AND part.id = call.participation
            WHERE call.workspace = @workspace AND call.cohort = @cohort
            GROUP BY call.lab
            """,
            new { workspace, cohort, currency = options.Value.Currency });

    /// <summary>What models without a price have taken, in tokens.</summary>
    public static Task<IReadOnlyList<UnpricedModel>> ListUnpricedAsync(Session session, WorkspaceId workspace, CohortId cohort) =>
        session.QueryAsync<UnpricedModel>(
            """
            SELECT model, CAST(SUM(input_tokens + output_tokens) AS BIGINT) AS tokens FROM model_calls
            WHERE workspace = @workspace AND cohort = @cohort AND cost IS NULL GROUP BY model ORDER BY model
            """,
            new { workspace, cohort });

    /// <summary>How many exchanges the offline advisor answered.</summary>
    public static Task<int> CountOfflineAsync(Session session, WorkspaceId workspace, CohortId cohort) =>
        session.ScalarAsync<int>(
            "SELECT COUNT(*) FROM exchanges WHERE workspace = @workspace AND cohort = @cohort AND model = 'offline'", new { workspace, cohort });
}

/// <summary>What a lab has taken.</summary>
internal sealed record LabCost
{
    /// <summary>The lab.</summary>
    public required LabId Lab { get; init; }

    /// <summary>All of it, in millionths.</summary>
    public required long Cost { get; init; }

    /// <summary>Of it, what the members took who have finished the lab, in millionths.</summary>
    public required long FinishedCost { get; init; }

    /// <summary>Tokens that models read or wrote, cards, summaries and broken answers included.</summary>
    public required long Tokens { get; init; }

    /// <summary>How many members have finished it with a model's help.</summary>
    public required int Finished { get; init; }

    /// <summary>How many exchanges a model answered.</summary>
    public required int Exchanges { get; init; }

    /// <summary>What a finished lab has cost on average, in millionths; null while nobody has finished.</summary>
    public long? CostOfFinished => Finished == 0 ? null : FinishedCost / Finished;

    /// <summary>Tokens for each exchange; null while there is none.</summary>
    public long? TokensOfExchange => Exchanges == 0 ? null : Tokens / Exchanges;
}

/// <summary>A model that the price table does not know.</summary>
internal sealed record UnpricedModel
{
    /// <summary>Its name.</summary>
    public required string Model { get; init; }

    /// <summary>What it has taken.</summary>
    public required long Tokens { get; init; }
}
