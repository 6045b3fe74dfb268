using CohortBot.Budgets;
using CohortBot.Chat;
using CohortBot.Commands;
using CohortBot.Exchanges;
using CohortBot.Texts;

namespace CohortBot.Labs;

/// <summary>The button "Try again": asks the advisor once more for an answer that failed.</summary>
internal sealed class LabRetryCommand(TurnStore turns, ParticipationStore participations, LabLanes lanes) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("lab retry") { IsHidden = true, Options = [new CommandOption("turn", OptionKind.Number, IsRequired: true)] };

    /// <inheritdoc/>
    public async Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var number = context.FindNumber("turn") ?? 0;
        var turn = await turns.FindAsync(context.Workspace, new TurnId(number), cancellationToken);
        var part = turn is null ? null : await participations.FindAsync(turn.Lane, cancellationToken);
        if (turn is null || part is null || part.Member != context.Member.Key)
            return context.Say("labs.retry_not_yours");
        if (await turns.RetryAsync(turn, cancellationToken))
        {
            var verdict = await turns.JudgeAsync(turn, cancellationToken);
            lanes.Signal(turn.Lane);
            return Say(context, turn, verdict);
        }

        return context.Say(turn.State switch
        {
            TurnState.Answered => "labs.retry_answered",
            TurnState.Dropped => "labs.retry_taken_up",
            _ => "labs.retry_under_way",
        });
    }

    private static Reply Say(CommandContext context, Turn turn, BudgetVerdict verdict) => verdict switch
    {
        BudgetVerdict.Closed { Until: { } until } => context.Say("labs.retry_closed", ("when", new LocalMoment(until, context.Member.Zone ?? "UTC", context.Member.Zone is null))),
        BudgetVerdict.Closed => context.Say("labs.retry_closed_lab"),
        BudgetVerdict.Busy => context.Say("labs.retry_busy"),
        _ => context.Say(turn.State == TurnState.Held ? "labs.retry_opened" : "labs.retry_asked"),
    };
}
