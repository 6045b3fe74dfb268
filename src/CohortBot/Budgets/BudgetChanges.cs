using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CohortBot.Access;
using CohortBot.Cohorts;
using CohortBot.Commands;
using CohortBot.Storage;

namespace CohortBot.Budgets;

/// <summary>
/// Changes a cohort's limits: shows first, and changes only what was shown. One transaction holds the limit, the audit, the notice that the new limit may
/// call for, and the alarms of answers that wait.
/// </summary>
internal sealed class BudgetChanges(Database database, CohortLimits limits, AuditLog audit, BudgetNotices notices, HeldTurns held)
{
    /// <summary>The currency of limits in money.</summary>
    public string Currency => limits.Currency;

    /// <summary>What a change would do.</summary>
    public Task<BudgetDraft> DraftAsync(Cohort cohort, BudgetChange change, CancellationToken cancellationToken) =>
        database.ReadAsync(session => DraftAsync(session, cohort, change), cancellationToken);

    /// <summary>Makes a change that was shown. Confirmed twice, it is made once: the second finds another state, and is refused.</summary>
    /// <exception cref="CommandException">Something else has changed since it was shown.</exception>
    public Task<BudgetDraft> MakeAsync(CommandContext context, Cohort cohort, BudgetChange change, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async session =>
            {
                var draft = await DraftAsync(session, cohort, change);
                if (draft.Fingerprint != context.Find("confirm"))
                    throw new CommandException("cohorts.stale");
                await SaveAsync(session, cohort, (change.Span, limits.Currency), change.Money);
                await SaveAsync(session, cohort, (change.Span, CohortLimits.Tokens), change.Tokens);
                await audit.WriteAsync(
                    session, cohort.Workspace, cohort.Id, context.Member.Key,
                    new AuditChange("cohort budget", change.Span.ToString(), Text(draft.Before), Text(draft.After)));
                await notices.CheckWeekAsync(session, cohort.Workspace, cohort.Id);
                await held.LookAgainAsync(session, cohort.Workspace, cohort.Id, cancellationToken);
                return draft;
            },
            cancellationToken);

    private async Task<BudgetDraft> DraftAsync(Session session, Cohort cohort, BudgetChange change)
    {
        var before = (await limits.FindAsync(session, cohort.Workspace, cohort.Id))[change.Span];
        return new BudgetDraft(cohort, change.Span, before, change.Apply(before, limits.OfSettings(change.Span)));
    }

    private Task SaveAsync(Session session, Cohort cohort, (BudgetSpan Span, string Unit) limit, BudgetChange.Half? half) => half switch
    {
        null => Task.CompletedTask,
        { FollowsSettings: true } => CohortLimits.FollowSettingsAsync(session, (cohort.Workspace, cohort.Id), limit),
        _ => limits.SetAsync(session, (cohort.Workspace, cohort.Id), (limit.Span, limit.Unit, half.Amount)),
    };

    private string Text(Limit limit) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(limit.Cost is { } cost ? $"{new Money(cost, limits.Currency).Amount:0.00####} {limits.Currency}" : "-")}, {(limit.Tokens is { } tokens ? $"{tokens} tokens" : "-")}");
}

/// <summary>A change of a limit that is shown before it is made.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Span">The limit.</param>
/// <param name="Before">What stood.</param>
/// <param name="After">What is wanted.</param>
internal sealed record BudgetDraft(Cohort Cohort, BudgetSpan Span, Limit Before, Limit After)
{
    /// <summary>A short mark of what was shown, eight hexadecimal digits.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Cohort.Id}|{Span}|{Before}|{After}"))))[..8];
}
