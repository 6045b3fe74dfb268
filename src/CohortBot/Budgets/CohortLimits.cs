using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Storage;
using Microsoft.Extensions.Options;

namespace CohortBot.Budgets;

/// <summary>The limits that hold in a cohort: its own, else the settings'.</summary>
internal sealed class CohortLimits(IOptions<BudgetOptions> options, TimeProvider time)
{
    /// <summary>The unit of a limit in tokens; a limit in money has its currency.</summary>
    public const string Tokens = "tokens";

    /// <summary>The spans that a limit can be given for; a member's part of the week follows from the week's.</summary>
    public static readonly IReadOnlyList<BudgetSpan> Spans = [BudgetSpan.MemberDay, BudgetSpan.Lab, BudgetSpan.CohortWeek];

    /// <summary>The currency of limits in money.</summary>
    public string Currency => options.Value.Currency;

    /// <summary>The limit that the settings give a span.</summary>
    public Limit OfSettings(BudgetSpan span) => options.Value.LimitOf(span);

    /// <summary>The limits of a cohort.</summary>
    public async Task<LimitSet> FindAsync(Session session, WorkspaceId workspace, CohortId cohort)
    {
        var own = await session.QueryAsync<OwnLimit>(
            "SELECT span, unit, amount FROM cohort_limits WHERE workspace = @workspace AND cohort = @cohort", new { workspace, cohort });
        return new LimitSet(Spans.ToDictionary(span => span, span => LimitOf(span, [.. own.Where(row => row.Span == span.ToString())])));
    }

    /// <summary>Gives a cohort a limit of its own in one unit.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="change">The span, the unit, and the amount: null for no limit.</param>
    public Task SetAsync(Session session, (WorkspaceId Workspace, CohortId Id) cohort, (BudgetSpan Span, string Unit, long? Amount) change) =>
        session.ExecuteAsync(
            """
            INSERT INTO cohort_limits (workspace, cohort, span, unit, amount, changed_at) VALUES (@Workspace, @Id, @span, @Unit, @Amount, @now)
            ON CONFLICT (workspace, cohort, span, unit) DO UPDATE SET amount = excluded.amount, changed_at = excluded.changed_at
            """,
            new { cohort.Workspace, cohort.Id, span = change.Span.ToString(), change.Unit, change.Amount, now = time.GetUtcNow() });

    /// <summary>Lets a cohort follow the settings again in one unit.</summary>
    public static Task FollowSettingsAsync(Session session, (WorkspaceId Workspace, CohortId Id) cohort, (BudgetSpan Span, string Unit) limit) =>
        session.ExecuteAsync(
            "DELETE FROM cohort_limits WHERE workspace = @Workspace AND cohort = @Id AND span = @span AND unit = @Unit",
            new { cohort.Workspace, cohort.Id, span = limit.Span.ToString(), limit.Unit });

    private Limit LimitOf(BudgetSpan span, IReadOnlyList<OwnLimit> own)
    {
        var limit = options.Value.LimitOf(span);
        if (own.FirstOrDefault(row => row.Unit == options.Value.Currency) is { } money)
            limit = limit with { Cost = money.Amount };
        if (own.FirstOrDefault(row => row.Unit == Tokens) is { } tokens)
            limit = limit with { Tokens = tokens.Amount };
        return limit;
    }

    private sealed record OwnLimit
    {
        public required string Span { get; init; }

        public required string Unit { get; init; }

        public long? Amount { get; init; }
    }
}

/// <summary>A cohort's limits by span.</summary>
internal sealed record LimitSet(IReadOnlyDictionary<BudgetSpan, Limit> Limits)
{
    /// <summary>Whether nothing is limited.</summary>
    public bool AreNone => Limits.Values.All(limit => limit.IsNone);

    /// <summary>The limit of a span.</summary>
    public Limit this[BudgetSpan span] => Limits.GetValueOrDefault(span, Limit.None);

    /// <summary>The same with a member's part of the week.</summary>
    public LimitSet WithShare(int members, int percent) => new(new Dictionary<BudgetSpan, Limit>(Limits)
    {
        [BudgetSpan.MemberWeek] = FairShare.Of(this[BudgetSpan.CohortWeek], members, percent),
    });
}
